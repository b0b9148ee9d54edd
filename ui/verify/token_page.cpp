#include "ui/verify/token_page.h"

#include "desk/words.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/chip.h"
#include "ui/parts/columns.h"
#include "ui/parts/text.h"
#include "ui/parts/token_field.h"
#include "ui/parts/words.h"
#include "ui/verify/asks_card.h"
#include "ui/verify/cancel_bar.h"
#include "ui/verify/flow_words.h"
#include "ui/verify/verify_context.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace verdesk::ui {

TokenPage::TokenPage(QWidget* parent) : CheckPage{"tokenPage", parent} {
    environment_ = new Chip{lookOf(Environment::unknown), this};
    header()->addAction(environment_);
    problem_ = new Banner{BannerTone::warn, Icon::warning, {}, "problemBanner", this};
    problem_->hide();
    body()->addWidget(problem_);

    auto* both = new QWidget{this};
    auto* columns = new Columns{165, 5, false, metrics::card, both};
    auto* left = new QWidget{both};
    auto* leftColumn = new QVBoxLayout{left};
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(metrics::between);
    auto* card = new Card{left};
    card->body()->addWidget(new Text{tr("Token from the customer's app"), type::section, Tone::ink, card});
    hint_ = new Text{{}, type::body, Tone::second, card};
    hint_->setObjectName(QStringLiteral("tokenHint"));
    card->body()->addWidget(hint_);
    card->body()->addSpacing(metrics::inside);
    field_ = new TokenField{card};
    field_->setObjectName(QStringLiteral("tokenField"));
    card->body()->addWidget(field_);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    phone_ = new SecondaryButton{tr("Play the customer", "practice: opens the customer's phone"), "playCustomer", card};
    phone_->hide();
    send_ = new PrimaryButton{tr("Check the token"), "sendToken", card};
    row->addWidget(phone_);
    row->addStretch(1);
    row->addWidget(send_);
    card->body()->addLayout(row);
    leftColumn->addWidget(card);
    cancel_ = new CancelBar{left};
    qr_ = new SecondaryButton{tr("Back to the QR code"), "backToQr", cancel_};
    cancel_->addAction(qr_);
    leftColumn->addWidget(cancel_);
    leftColumn->addStretch(1);
    columns->add(left, 3);
    asks_ = new AsksCard{both};
    columns->add(asks_, 2);
    body()->addWidget(both);
    body()->addStretch(1);
    setDefaultButton(send_);

    connect(send_, &Button::clicked, field_, &TokenField::submit);
    connect(field_, &TokenField::submitted, this, &TokenPage::tokenSubmitted);
    connect(phone_, &Button::clicked, this, [this] { Q_EMIT playCustomer(phoneUrl_); });
    connect(qr_, &Button::clicked, this, [this] { Q_EMIT staffDid(desk::Event::backToQr); });
    connect(cancel_, &CancelBar::cancelled, this, [this] { Q_EMIT staffDid(desk::Event::cancel); });
}

void TokenPage::setCheck(const desk::Check& check) {
    const bool another = check.id != shown_;
    if (another) {
        leave();
        shown_ = check.id;
        cancel_->reset();
    }
    header()->setTitle(checkName(inDeskLanguage(check.flowTitle), LaunchKind::token));
    header()->setSubtitle(subtitleOf(check));
    environment_->setLook(lookOf(environmentOf(check)));
    environment_->setVisible(environmentOf(check) != Environment::live);
    const auto* launch = launchOf<TokenLaunch>(check);
    field_->setShapes(launch != nullptr ? launch->shapes : TokenShapes{}, launch != nullptr ? launch->example : "");
    const auto provider = check.verification ? toQt(check.verification->provider) : QString{};
    hint_->setText(
        tr("The customer opens the %1 app, makes a share and reads the token out. Type, paste or scan it.", "provider")
            .arg(provider)
            .simplified());
    asks_->setAsks(check.verification ? check.verification->asks : std::vector<std::string>{});
    if (another && isVisible()) {
        Q_EMIT tokenWanted(shown_);
    }
    qr_->setVisible(check.hasLaunch(LaunchKind::qr));
    cancel_->setCancelling(check.cancelling);
    QString words;
    if (check.problem) {
        words = desk::inWords(*check.problem);
    } else if (check.offline) {
        words = tr("Connection lost. Enter the token when the connection is back.");
    }
    problem_->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        problem_->setWords(words);
    }
}

QWidget* TokenPage::firstFocus() {
    return field_->line();
}

void TokenPage::setContext(const VerifyContext& context) {
    phoneUrl_ = context.phone;
    phone_->setVisible(!phoneUrl_.isEmpty());
}

void TokenPage::keyPressEvent(QKeyEvent* event) {
    // A scanner types wherever the focus is: what no control took goes into the field.
    const auto text = event->text();
    if (text.size() == 1 && text.at(0).isLetterOrNumber() &&
        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        field_->line()->setFocus(Qt::OtherFocusReason);
        QApplication::sendEvent(field_->line(), event);
        return;
    }
    CheckPage::keyPressEvent(event);
}

void TokenPage::giveToken(const QString& typed) {
    if (field_->line()->text().isEmpty() && !typed.isEmpty()) {
        field_->fill(typed);
    }
}

// A field that nobody looks at holds nothing.
void TokenPage::leave() {
    if (shown_ != 0) {
        auto typed = field_->line()->text();
        Q_EMIT tokenLeft(shown_, typed);
        typed.fill(u'\0');
    }
    field_->wipe();
}

void TokenPage::showEvent(QShowEvent* event) {
    CheckPage::showEvent(event);
    if (!event->spontaneous() && shown_ != 0) {
        Q_EMIT tokenWanted(shown_);
    }
}

void TokenPage::hideEvent(QHideEvent* event) {
    CheckPage::hideEvent(event);
    if (!event->spontaneous()) {
        leave();
    }
}

}  // namespace verdesk::ui
