#include "ui/verify/qr_session_page.h"

#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/chip.h"
#include "ui/parts/columns.h"
#include "ui/parts/countdown_ring.h"
#include "ui/parts/qr_picture.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/verify/asks_card.h"
#include "ui/verify/cancel_bar.h"
#include "ui/verify/verify_context.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace verdesk::ui {

QrSessionPage::QrSessionPage(QWidget* parent) : CheckPage{"qrSessionPage", parent} {
    environment_ = new Chip{lookOf(Environment::unknown), this};
    environment_->setObjectName(QStringLiteral("environmentChip"));
    header()->addAction(environment_);
    auto* both = new QWidget{this};
    auto* columns = new Columns{165, 5, false, metrics::card, both};
    columns->add(codeCard(), 2);
    columns->add(stateColumn(), 3);
    body()->addWidget(both);
    body()->addStretch(1);

    connect(copy_, &Button::clicked, this, &QrSessionPage::copyLink);
    connect(phone_, &Button::clicked, this, [this] { Q_EMIT playCustomer(phoneUrl_); });
    connect(token_, &Button::clicked, this, [this] { Q_EMIT staffDid(desk::Event::enterToken); });
    connect(cancel_, &CancelBar::cancelled, this, [this] { Q_EMIT staffDid(desk::Event::cancel); });
    connect(ring_, &CountdownRing::ended, this, [this] {
        over_ = true;
        showState();
    });
}

Card* QrSessionPage::codeCard() {
    auto* card = new Card{this};
    auto* column = card->body();
    picture_ = new QrPicture{card};
    column->addWidget(picture_, 0, Qt::AlignHCenter);
    code_ = new Text{{}, type::code, Tone::ink, card};
    code_->setObjectName(QStringLiteral("sessionCode"));
    code_->setMono(true);
    code_->setSpacing(112);
    code_->setElided(9);
    code_->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
    column->addSpacing(metrics::tight);
    column->addWidget(code_);
    codeHint_ = new Text{{}, type::body, Tone::second, card};
    codeHint_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(codeHint_);
    column->addSpacing(metrics::inside);
    auto* buttons = new QWidget{card};
    buttons_ = new Columns{120, 1, true, 10, buttons};
    copy_ = new SecondaryButton{tr("Copy link"), "copyLink", buttons};
    phone_ =
        new SecondaryButton{tr("Play the customer", "practice: opens the customer's phone"), "playCustomer", buttons};
    phone_->hide();
    buttons_->add(copy_);
    buttons_->add(phone_);
    column->addWidget(buttons);
    return card;
}

QWidget* QrSessionPage::stateColumn() {
    auto* holder = new QWidget{this};
    auto* column = new QVBoxLayout{holder};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::between);
    auto* card = new Card{holder};
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::card);
    ring_ = new CountdownRing{steadyNow, card};
    row->addWidget(ring_, 0, Qt::AlignVCenter);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    heading_ = new Text{{}, type::section, Tone::ink, card};
    heading_->setObjectName(QStringLiteral("stateHeading"));
    explanation_ = new Text{{}, type::body, Tone::second, card};
    explanation_->setObjectName(QStringLiteral("stateText"));
    words->addStretch(1);
    words->addWidget(heading_);
    words->addWidget(explanation_);
    words->addStretch(1);
    row->addLayout(words, 1);
    card->body()->addLayout(row);
    column->addWidget(card);
    asks_ = new AsksCard{holder};
    column->addWidget(asks_);
    cancel_ = new CancelBar{holder};
    token_ = new SecondaryButton{tr("Enter a token instead"), "enterToken", cancel_};
    cancel_->addAction(token_);
    column->addWidget(cancel_);
    column->addStretch(1);
    return holder;
}

void QrSessionPage::setCheck(const desk::Check& check) {
    const auto* launch = launchOf<QrLaunch>(check);
    if (check.id != shown_) {
        shown_ = check.id;
        cancel_->reset();
    }
    provider_ = check.verification ? toQt(check.verification->provider) : QString{};
    header()->setTitle(nameOf(check));
    header()->setSubtitle(subtitleOf(check));
    environment_->setLook(lookOf(environmentOf(check)));
    environment_->setVisible(environmentOf(check) != Environment::live);
    const auto payload = launch != nullptr ? QByteArray::fromStdString(launch->payload) : QByteArray{};
    picture_->setPayload(payload, tr("QR code for the customer's phone"));
    picture_->setVisible(!payload.isEmpty());
    copy_->setVisible(!payload.isEmpty());
    const auto code = launch != nullptr ? toQt(launch->code) : QString{};
    code_->setText(code);
    code_->setVisible(!code.isEmpty());
    // Read out letter by letter.
    code_->setAccessibleName(tr("Code %1").arg(QString{code}.replace(QString{}, QStringLiteral(" ")).trimmed()));
    codeHint_->setVisible(!code.isEmpty());
    codeHint_->setText(provider_.isEmpty() ? tr("or type this code in the app")
                                           : tr("or type this code in the %1 app", "provider").arg(provider_));
    asks_->setAsks(check.verification ? check.verification->asks : std::vector<std::string>{});
    token_->setVisible(check.hasLaunch(LaunchKind::token));
    cancel_->setCancelling(check.cancelling);
    offline_ = check.offline;
    unknown_ = check.unknownState;
    if (const auto deadline = deadlineOf(check)) {
        over_ = check.deadline.hasExpired();
        ring_->setDeadline(*deadline);
        ring_->show();
    } else {
        over_ = false;
        ring_->clear();
        ring_->hide();
    }
    showState();
}

void QrSessionPage::showState() {
    QString heading = tr("Waiting for the customer");
    QString words = tr("They scan the code and agree to share. Nothing to do here: the result appears by itself.");
    if (unknown_) {
        heading = tr("This version cannot show what goes on");
        words = tr("The check goes on. Ask your administrator for a newer version of Verdesk.");
    } else if (offline_) {
        heading = tr("Connection lost");
        words =
            tr("The session goes on at the provider: the customer can answer. The result appears as soon as the "
               "connection is back.");
    } else if (over_) {
        heading = tr("The time is up");
        words = tr("Asking the provider one last time…");
    }
    heading_->setText(heading);
    explanation_->setText(words);
    announce(heading_, heading);
}

QWidget* QrSessionPage::firstFocus() {
    return copy_;
}

void QrSessionPage::setContext(const VerifyContext& context) {
    phoneUrl_ = context.phone;
    phone_->setVisible(!phoneUrl_.isEmpty());
    buttons_->setMost(phoneUrl_.isEmpty() ? 1 : 2);
}

void QrSessionPage::copyLink() {
    QGuiApplication::clipboard()->setText(QString::fromUtf8(picture_->payload()));
    copy_->setWords(tr("Copied"));
    announce(copy_, tr("The link was copied."));
    QTimer::singleShot(2000, copy_, [this] { copy_->setWords(tr("Copy link")); });
}

}  // namespace verdesk::ui
