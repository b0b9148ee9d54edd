#include "ui/verify/outcome_page.h"

#include "desk/words.h"
#include "ui/parts/announce.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/mark.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace verdesk::ui {
namespace {

EndWords wordsFor(const desk::Check& check) {
    const auto& verification = check.verification;
    switch (check.page) {
        case desk::Page::failed:
            return Words::of(verification && verification->failure ? *verification->failure : Failure::unknown);
        case desk::Page::expired:
            return Words::of(claims::Decline::requestExpired);
        case desk::Page::cancelled:
            return {OutcomePage::tr("Check cancelled"),
                    OutcomePage::tr("The check was cancelled. Nothing was shared."),
                    {},
                    OutcomePage::tr("Start it again, or use another check.")};
        default:
            return Words::of(verification && verification->decline ? *verification->decline : claims::Decline::unknown);
    }
}

// The provider could not be used: another one may.
bool wasTheProvider(const desk::Check& check) {
    const auto failure = check.verification ? check.verification->failure : std::nullopt;
    return check.page == desk::Page::failed &&
           (failure == Failure::providerUnreachable || failure == Failure::providerBroken);
}

// Where this way is closed, another check is the way on; otherwise one more attempt is.
bool isClosed(const desk::Check& check) {
    return check.page == desk::Page::declined && check.verification &&
           claims::infoOf(check.verification->decline.value_or(claims::Decline::unknown)).isClosed;
}

bool mayTryAgain(const desk::Check& check) {
    if (check.page != desk::Page::declined || !check.verification) {
        return true;
    }
    return claims::infoOf(check.verification->decline.value_or(claims::Decline::unknown)).mayTryAgain;
}

QString smallPrint(const desk::Check& check) {
    QStringList parts;
    const auto code = check.verification ? toQt(desk::exitCodeOf(*check.verification)) : toQt(check.exit);
    if (!code.isEmpty()) {
        parts << OutcomePage::tr("Code %1").arg(code);
    }
    if (check.verification) {
        parts << toQt(check.verification->providerCode);
        if (check.verification->endedAt) {
            parts << clockTime(*check.verification->endedAt);
        }
    }
    parts.removeAll({});
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

OutcomePage::OutcomePage(QWidget* parent) : CheckPage{"outcomePage", parent} {
    problem_ = new Banner{BannerTone::warn, Icon::warning, {}, "problemBanner", this};
    problem_->hide();
    body()->addWidget(problem_);
    auto* card = new Card{this};
    card->setInset(metrics::page);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::field);
    mark_ = new Mark{Icon::cross, ChipTone::bad, card};
    row->addWidget(mark_, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::tight);
    heading_ = new Text{{}, type::title, Tone::ink, card};
    heading_->setObjectName(QStringLiteral("outcomeHeading"));
    what_ = new Text{{}, type::strong, Tone::ink, card};
    what_->setObjectName(QStringLiteral("outcomeWhat"));
    why_ = new Text{{}, type::body, Tone::second, card};
    why_->setObjectName(QStringLiteral("outcomeWhy"));
    nextTitle_ = new Text{tr("What to do"), type::strong, Tone::ink, card};
    next_ = new Text{{}, type::body, Tone::ink, card};
    next_->setObjectName(QStringLiteral("outcomeNext"));
    words->addWidget(heading_);
    words->addSpacing(metrics::inside);
    words->addWidget(what_);
    words->addWidget(why_);
    words->addSpacing(metrics::between);
    words->addWidget(nextTitle_);
    words->addWidget(next_);
    words->addSpacing(metrics::card);
    auto* buttons = new QWidget{card};
    line_ = new FlowLayout{metrics::inside, buttons};
    again_ = new PrimaryButton{tr("Try again"), "tryAgain", buttons};
    fallback_ = new SecondaryButton{{}, "useFallback", buttons};
    another_ = new SecondaryButton{tr("Use another check"), "anotherCheck", buttons};
    close_ = new SecondaryButton{tr("Close the case"), "closeCase", buttons};
    words->addWidget(buttons);
    words->addSpacing(metrics::card);
    code_ = new Text{{}, type::fine, Tone::second, card};
    code_->setObjectName(QStringLiteral("outcomeCode"));
    words->addWidget(code_);
    row->addLayout(words, 1);
    card->body()->addLayout(row);
    body()->addWidget(card);
    body()->addStretch(1);
    setPrimary(again_);

    connect(again_, &Button::clicked, this, [this] { Q_EMIT staffDid(againEvent_); });
    connect(fallback_, &Button::clicked, this, &OutcomePage::fallbackAsked);
    connect(another_, &Button::clicked, this, &OutcomePage::anotherCheckAsked);
    connect(close_, &Button::clicked, this, [this] { Q_EMIT staffDid(desk::Event::closeCase); });
}

void OutcomePage::setContext(const VerifyContext& context) {
    context_ = context;
}

void OutcomePage::setCheck(const desk::Check& check) {
    header()->setTitle(nameOf(check));
    header()->setSubtitle(subtitleOf(check));
    say(wordsFor(check));
    const bool expired = check.page == desk::Page::expired;
    againEvent_ = expired ? desk::Event::newCode : desk::Event::tryAgain;
    again_->setWords(expired                               ? tr("New code")
                     : check.page == desk::Page::cancelled ? tr("Start again")
                                                           : tr("Try again"));
    again_->setVisible(mayTryAgain(check));
    const auto* other = wasTheProvider(check) ? context_.fallbackOf(check.wanted.flow) : nullptr;
    fallback_->setVisible(other != nullptr);
    if (other != nullptr) {
        fallback_->setWords(tr("Use %1 instead", "name of another check").arg(inDeskLanguage(other->title)));
    }
    setPrimary(other != nullptr ? fallback_ : isClosed(check) || !mayTryAgain(check) ? another_ : again_);
    for (auto* button : {fallback_, again_, another_, close_}) {
        button->setEnabled(!check.closing);
    }
    switch (check.page) {
        case desk::Page::expired:
            mark_->setLook(Icon::clock, ChipTone::warn);
            break;
        case desk::Page::cancelled:
            mark_->setLook(Icon::cross, ChipTone::neutral);
            break;
        case desk::Page::failed:
            mark_->setLook(Icon::warning, ChipTone::bad);
            break;
        default:
            mark_->setLook(Icon::cross, ChipTone::bad);
            break;
    }
    code_->setText(smallPrint(check));
    const auto problem = check.problem ? desk::inWords(*check.problem) : QString{};
    problem_->setVisible(!problem.isEmpty());
    if (!problem.isEmpty()) {
        problem_->setWords(problem);
    }
}

void OutcomePage::setPrimary(Button* button) {
    for (auto* each : {fallback_, again_, another_}) {
        each->setKind(button == each ? ButtonKind::primary : ButtonKind::secondary);
    }
    setDefaultButton(button);
    primary_ = button;
    // The way on stands first, for the eye and for Tab.
    std::vector<QWidget*> order{fallback_, again_, another_, close_};
    std::stable_partition(order.begin(), order.end(), [button](const QWidget* each) { return each == button; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        line_->removeWidget(order[i]);
        line_->addWidget(order[i]);
        if (i > 0) {
            setTabOrder(order[i - 1], order[i]);
        }
    }
}

void OutcomePage::say(const EndWords& words) {
    heading_->setText(words.heading);
    what_->setText(words.what);
    why_->setText(words.why);
    why_->setVisible(!words.why.isEmpty());
    next_->setText(words.next);
    announce(this, words.heading + QStringLiteral(". ") + words.what + u' ' + words.next);
}

QWidget* OutcomePage::firstFocus() {
    return primary_;
}

}  // namespace verdesk::ui
