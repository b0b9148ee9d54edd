#include "ui/verify/flow_card.h"

#include "ui/parts/chip.h"
#include "ui/parts/key_hint.h"
#include "ui/parts/paint.h"
#include "ui/parts/status_dot.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/style/theme.h"
#include "ui/verify/flow_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcutEvent>

namespace verdesk::ui {
namespace {

constexpr int leastHeight = 116;

QString descriptionOf(const Flow& flow, LaunchKind launch) {
    const bool second = !flow.launches.empty() && flow.launches.front() != launch;
    if (launch == LaunchKind::token && second) {
        return FlowCard::tr("For a customer whose camera does not work: they read a token out.");
    }
    return inDeskLanguage(flow.description);
}

}  // namespace

FlowCard::FlowCard(const Flow& flow, LaunchKind launch, int number, QWidget* parent)
    : QAbstractButton{parent}, flow_{flow.id}, launch_{launch} {
    setObjectName(QStringLiteral("flowCard.%1.%2").arg(toQt(flow.id), toQt(toWord(launch))));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(metrics::between, metrics::snug, metrics::between, metrics::snug);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::inside);
    title_ = new Text{checkName(inDeskLanguage(flow.title), launch), type::section, Tone::ink, this};
    top->addWidget(title_, 1, Qt::AlignTop);
    if (number > 0 && number <= 9) {
        const QKeySequence key{Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)};
        setShortcut(key);
        top->addWidget(new KeyHint{key, this}, 0, Qt::AlignTop);
    }
    again_ = new KeyHint{Qt::CTRL | Qt::Key_Return, this};
    again_->hide();
    top->addWidget(again_, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addSpacing(2);
    description_ = new Text{descriptionOf(flow, launch), type::body, Tone::second, this};
    column->addWidget(description_);
    note_ = new Text{{}, type::body, Tone::warn, this};
    note_->hide();
    column->addWidget(note_);
    column->addSpacing(metrics::inside);
    column->addStretch(1);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(metrics::inside);
    const auto time = usualTime(flow.usualSeconds);
    if (!time.isEmpty()) {
        bottom->addWidget(new Chip{{time, ChipTone::neutral, {}}, this});
    }
    if (flow.environment != Environment::live) {
        // Quiet: the window says once, at its top, that all of it is practice.
        bottom->addWidget(new Chip{{Words::of(flow.environment), ChipTone::neutral, {}}, this});
    }
    bottom->addStretch(1);
    dot_ = new StatusDot{DotTone::neutral, {}, this};
    dot_->setAnswering(flow.answering);
    bottom->addWidget(dot_);
    column->addLayout(bottom);
    for (auto* child : findChildren<QWidget*>()) {
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    connect(this, &QAbstractButton::clicked, this, &FlowCard::press);
    describe();
}

void FlowCard::press() {
    if (reason_.isEmpty()) {
        Q_EMIT chosen();
    } else {
        Q_EMIT refused();
    }
}

void FlowCard::describe() {
    setAccessibleName(title_->text());
    QStringList parts{reason_, description_->text(), note_->text(), dot_->text()};
    parts.removeAll({});
    setAccessibleDescription(parts.join(u' '));
}

void FlowCard::setReason(const QString& words) {
    if (reason_ == words) {
        return;
    }
    reason_ = words;
    title_->setTone(words.isEmpty() ? Tone::ink : Tone::second);
    setToolTip(words);
    setCursor(words.isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    describe();
    update();
}

void FlowCard::setNote(const QString& words) {
    if (note_->text() != words) {
        note_->setText(words);
        note_->setVisible(!words.isEmpty());
        describe();
    }
}

void FlowCard::setLast(bool last) {
    again_->setVisible(last);
}

void FlowCard::setAnswering(Answering answering) {
    dot_->setAnswering(answering);
    describe();
}

QSize FlowCard::sizeHint() const {
    return layout()->sizeHint().expandedTo({0, Theme::current().scaled(leastHeight)});
}

QSize FlowCard::minimumSizeHint() const {
    return layout()->minimumSize();
}

int FlowCard::heightForWidth(int width) const {
    return std::max(layout()->heightForWidth(width), Theme::current().scaled(leastHeight));
}

bool FlowCard::hasHeightForWidth() const {
    return true;
}

bool FlowCard::event(QEvent* event) {
    if (event->type() == QEvent::Shortcut && !static_cast<QShortcutEvent*>(event)->isAmbiguous()) {
        click();
        return true;
    }
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        update();
    }
    return QAbstractButton::event(event);
}

void FlowCard::paintEvent(QPaintEvent*) {
    const auto& palette = Theme::current().palette();
    QPainter painter{this};
    const bool ready = reason_.isEmpty();
    const bool over = ready && (underMouse() || isDown());
    const auto fill = !ready ? palette.background : over ? palette.hover : palette.surface;
    paintRound(painter, rect(), fill, over ? palette.strongLine : palette.line, metrics::radiusCard);
    if (hasFocus() && Theme::current().showsFocus()) {
        paintFocus(painter, rect(), palette.focus, {}, metrics::radiusCard);
    }
}

void FlowCard::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && !event->isAutoRepeat()) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}  // namespace verdesk::ui
