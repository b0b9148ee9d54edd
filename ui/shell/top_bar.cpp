#include "ui/shell/top_bar.h"

#include "ui/parts/announce.h"
#include "ui/parts/chip.h"
#include "ui/parts/status_dot.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/shell/brand_mark.h"
#include "ui/shell/person_button.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace verdesk::ui {
namespace {

constexpr int barHeight = 56;
constexpr int brandWidth = 230;  // the chip stands above the content, as the pages' titles do

}  // namespace

TopBar::TopBar(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("top"));
    brand_ = new BrandMark{this};
    environment_ = new Chip{lookOf(Environment::practice), this};
    environment_->setObjectName(QStringLiteral("top.environment"));
    institution_ = new Text{{}, type::secondary, Tone::second, this};
    institution_->setObjectName(QStringLiteral("top.institution"));
    institution_->setElided();
    connection_ = new StatusDot{DotTone::neutral, {}, this};
    connection_->setObjectName(QStringLiteral("top.connection"));
    branch_ = new Text{{}, type::secondary, Tone::second, this};
    branch_->setObjectName(QStringLiteral("top.branch"));
    branch_->setElided();
    person_ = new PersonButton{this};

    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(metrics::field, 0, metrics::between, 0);
    row->setSpacing(metrics::between);
    row->addWidget(brand_);
    row->addWidget(environment_);
    row->addWidget(institution_, 1);
    row->addStretch(0);
    row->addWidget(connection_);
    row->addWidget(branch_);
    row->addWidget(person_);
    connect(&Theme::current(), &Theme::changed, this, &TopBar::fit);
    fit();
    setEnvironment(Environment::unknown);
    forgetPerson();
    setConnection(Connection::none);
}

void TopBar::fit() {
    const int room = brandWidth - metrics::field - metrics::between;
    brand_->setMinimumWidth(std::max(room, brand_->sizeHint().width()));
    setFixedHeight(sizeHint().height());
    update();
}

QSize TopBar::sizeHint() const {
    const auto& theme = Theme::current();
    return {metrics::contentWidth, barHeight + theme.scaled(type::body.line) - type::body.line};
}

void TopBar::setEnvironment(Environment environment) {
    environment_->setVisible(environment == Environment::practice || environment == Environment::sandbox);
    environment_->setLook(lookOf(environment));
}

void TopBar::setMe(const Me& me) {
    setEnvironment(me.environment);
    institution_->setText(toQt(me.institution.name));
    branch_->setText(toQt(me.branchName));
    branch_->setVisible(!me.branchName.empty());
    person_->setPerson(toQt(me.staff.displayName), Words::of(me.staff.role), toQt(me.counter));
    person_->show();
}

void TopBar::forgetPerson() {
    institution_->setText({});
    branch_->hide();
    person_->hide();
    person_->setPerson({}, {}, {});
}

void TopBar::setConnection(Connection connection) {
    connection_->setVisible(connection != Connection::none);
    if (connection == Connection::none) {
        return;
    }
    const bool connected = connection == Connection::connected;
    const auto words = connected ? tr("Connected") : tr("Not connected");
    connection_->setStatus(connected ? DotTone::good : DotTone::bad, words);
    announce(connection_, words);
}

void TopBar::paintEvent(QPaintEvent*) {
    const auto& palette = Theme::current().palette();
    QPainter painter{this};
    painter.fillRect(rect(), palette.surface);
    painter.fillRect(QRect{0, height() - metrics::line, width(), metrics::line}, palette.line);
}

}  // namespace verdesk::ui
