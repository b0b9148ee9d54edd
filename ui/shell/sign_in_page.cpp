#include "ui/shell/sign_in_page.h"

#include "desk/words.h"
#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/columns.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/spinner.h"
#include "ui/parts/text.h"
#include "ui/shell/credentials_form.h"
#include "ui/shell/role_card.h"
#include "ui/style/theme.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

constexpr int columnWidth = 820;
constexpr int formWidth = 400;

}  // namespace

SignInPage::SignInPage(QWidget* parent) : QScrollArea{parent} {
    setObjectName(QStringLiteral("signIn"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto* inner = new QWidget;
    inner->setProperty("pageBody", true);
    title_ = new Text{{}, type::title, Tone::ink, inner};
    title_->setObjectName(QStringLiteral("signIn.title"));
    subtitle_ = new Text{{}, type::body, Tone::second, inner};
    subtitle_->setObjectName(QStringLiteral("signIn.subtitle"));

    starting_ = new QWidget{inner};
    auto* startingColumn = new QVBoxLayout{starting_};
    startingColumn->setContentsMargins(0, metrics::page, 0, 0);
    startingColumn->addWidget(new Spinner{starting_}, 0, Qt::AlignHCenter | Qt::AlignTop);
    startingColumn->addStretch(1);

    failed_ = new EmptyState{Icon::warning, tr("Practice cannot start"), {}, inner};
    connect(failed_->setAction(tr("Try again"), "signIn.retry"), &QPushButton::clicked, this, &SignInPage::retryAsked);

    people_ = new QWidget{inner};
    auto* peopleColumn = new QVBoxLayout{people_};
    peopleColumn->setContentsMargins(0, 0, 0, 0);
    peopleColumn->setSpacing(metrics::between);
    auto* cards = new QWidget{people_};
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    cards->setSizePolicy(policy);
    cards_ = new Columns{200, 3, true, metrics::between, cards};
    peopleColumn->addWidget(cards);
    peopleProblem_ = new Text{{}, type::medium, Tone::bad, people_};
    peopleProblem_->setObjectName(QStringLiteral("signIn.peopleProblem"));
    peopleProblem_->hide();
    peopleColumn->addWidget(peopleProblem_);
    peopleColumn->addStretch(1);

    formSide_ = makeForm();
    stack_ = new QStackedWidget{inner};
    for (auto* each : {starting_, static_cast<QWidget*>(failed_), people_, formSide_}) {
        stack_->addWidget(each);
    }

    auto* column = new QVBoxLayout;
    column->setSpacing(metrics::tight);
    column->addStretch(1);
    column->addWidget(title_);
    column->addWidget(subtitle_);
    column->addSpacing(metrics::field);
    column->addWidget(stack_);
    column->addStretch(2);
    auto* row = new QHBoxLayout{inner};
    row->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    row->addStretch(1);
    holder_ = new QWidget{inner};
    holder_->setLayout(column);
    holder_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(holder_, 100);
    row->addStretch(1);
    setWidget(inner);
    connect(&Theme::current(), &Theme::changed, this, [this] { turnTo(stack_->currentWidget(), width_); });
    showStarting();
}

QWidget* SignInPage::makeForm() {
    auto* side = new QWidget;
    auto* card = new Card{side};
    form_ = new CredentialsForm{QStringLiteral("signIn"), true, tr("Sign in"), card};
    card->body()->addWidget(form_);
    auto* column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    connect(form_, &CredentialsForm::submitted, this, &SignInPage::submitted);
    return side;
}

void SignInPage::turnTo(QWidget* page, int width) {
    width_ = width;
    holder_->setMaximumWidth(Theme::current().scaled(width));
    stack_->setCurrentWidget(page);
}

void SignInPage::showStarting() {
    title_->setText(tr("Starting practice…"));
    subtitle_->setText(tr("Verdesk starts a backend of its own, with invented customers."));
    turnTo(starting_, columnWidth);
}

void SignInPage::showFailed(const QString& words) {
    title_->setText(tr("Practice"));
    subtitle_->setText({});
    failed_->setWords(tr("Practice cannot start"), words);
    turnTo(failed_, columnWidth);
    announce(failed_, words);
    takeFocus();
}

void SignInPage::showPeople(const std::vector<PracticePerson>& people) {
    title_->setText(tr("Who do you want to be?"));
    subtitle_->setText(tr("This is practice: customers, checks and results are invented. Choose a role to sign in."));
    while (auto* item = cards_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    roleCards_.clear();
    int index = 0;
    for (const auto& person : people) {
        const QKeySequence key{QKeyCombination{Qt::ALT, static_cast<Qt::Key>(Qt::Key_1 + index)}};
        auto* card = new RoleCard{person.role, person.name, key, people_};
        connect(card, &QAbstractButton::clicked, this, [this, index] { Q_EMIT personChosen(index); });
        cards_->add(card);
        card->show();
        roleCards_.push_back(card);
        ++index;
    }
    peopleProblem_->hide();
    turnTo(people_, columnWidth);
    takeFocus();
}

void SignInPage::showForm() {
    title_->setText(tr("Sign in"));
    subtitle_->setText(tr("With the name and the password of your bank's verification desk."));
    turnTo(formSide_, formWidth);
    takeFocus();
}

void SignInPage::setBusy(bool busy) {
    form_->setBusy(busy);
    for (auto* card : roleCards_) {
        card->setEnabled(!busy);
    }
    if (busy) {
        peopleProblem_->hide();
    }
}

void SignInPage::showError(const desk::CallError& error) {
    if (stack_->currentWidget() == people_) {
        peopleProblem_->setText(desk::inWords(error));
        peopleProblem_->show();
        announce(peopleProblem_, peopleProblem_->text());
    } else {
        form_->showError(error);
    }
}

void SignInPage::reset() {
    form_->clear(true);
    peopleProblem_->hide();
    takeFocus();
}

void SignInPage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    takeFocus();
}

void SignInPage::takeFocus() {
    if (!isVisible()) {
        return;
    }
    if (stack_->currentWidget() == formSide_) {
        form_->takeFocus();
    } else if (stack_->currentWidget() == people_ && !roleCards_.empty()) {
        roleCards_.front()->setFocus();
    } else if (stack_->currentWidget() == failed_) {
        failed_->setAction(tr("Try again"), "signIn.retry")->setFocus();
    }
}

}  // namespace verdesk::ui
