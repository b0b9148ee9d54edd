#include "ui/verify/check_page.h"

#include "ui/parts/words.h"
#include "ui/verify/flow_words.h"

namespace verdesk::ui {

void CheckPage::setContext(const VerifyContext&) {}

QString CheckPage::subtitleOf(const desk::Check& check) {
    QStringList parts{toQt(check.reference), inDeskLanguage(check.purposeTitle), toQt(check.number)};
    parts.removeAll({});
    return parts.join(QStringLiteral(" · "));
}

QString CheckPage::nameOf(const desk::Check& check) {
    auto launch = check.verification ? check.verification->launch : check.wanted.launch;
    // Started with a QR code, decided by a token that was read out meanwhile.
    if (launch == LaunchKind::qr && check.verification && check.verification->proof &&
        check.verification->proof->channel == claims::Channel::verify) {
        launch = LaunchKind::token;
    }
    const auto name = checkName(inDeskLanguage(check.flowTitle), launch);
    return check.participant > 0 ? name + QStringLiteral(" · ") + Words::participant(check.participant) : name;
}

Environment CheckPage::environmentOf(const desk::Check& check) {
    return check.verification ? check.verification->environment : Environment::unknown;
}

std::optional<Deadline> CheckPage::deadlineOf(const desk::Check& check) {
    if (check.deadline.isForever()) {
        return std::nullopt;
    }
    using std::chrono::milliseconds;
    const auto& verification = check.verification;
    // The whole time, from what the provider says; without it the ring starts full.
    auto total = milliseconds{verification ? verification->expiresInMs : 0};
    if (verification && verification->deadline) {
        total = std::max(total, milliseconds{*verification->deadline - verification->startedAt});
    }
    return ui::deadlineOf(check.deadline, total);
}

}  // namespace verdesk::ui
