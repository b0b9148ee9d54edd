// The part of Words that says how a check ended without a proof, and what to do about it.

#include "ui/parts/words.h"

namespace verdesk::ui {

QString Words::of(claims::Advice advice) {
    switch (advice) {
        case claims::Advice::askAgain:
            return tr("Ask whether the customer wants to go on. If so, start again: the customer gets a new request.");
        case claims::Advice::askForNewToken:
            return tr("Ask the customer to make a new share in their wallet app, and enter the new token.");
        case claims::Advice::checkReading:
            return tr("Read the token again together, character by character. If it stays wrong, ask for a new one.");
        case claims::Advice::checkOwnUse:
            return tr(
                "Look first whether it was checked here a moment ago: its result is then among today's cases. If "
                "not, ask the customer to make a fresh share, and enter that token.");
        case claims::Advice::letBe:
            return tr(
                "Do not ask for the same token again. Talk to the customer: if they do want to share, use another "
                "check, or ask a colleague.");
        case claims::Advice::chooseUs:
            return tr(
                "Do not enter it again. Ask the customer to choose this institution as the recipient, or use "
                "another check.");
        case claims::Advice::stop:
            return tr("Do not go on this way. Use another check, or ask a colleague.");
        case claims::Advice::newCode:
            return tr("Make a new code when the customer is ready.");
        case claims::Advice::neverApprove:
            return tr("Stop the business. Do not say why. Compliance takes over.");
    }
    return {};
}

EndWords Words::of(claims::Decline decline) {
    using claims::Decline;
    const auto next = of(claims::infoOf(decline).advice);
    switch (decline) {
        case Decline::customerDeclined:
            return {tr("The customer declined"), tr("The customer chose not to share."),
                    tr("They tapped “Decline” in their wallet app. Nothing was shared."), next};
        case Decline::tokenNotFound:
            return {tr("Token not found"), tr("The provider does not know this token."),
                    tr("It was probably misread or mistyped."), next};
        case Decline::tokenExpired:
            return {tr("Token expired"), tr("The token is no longer valid."),
                    tr("A token lives for a short time only, and this one is past it."), next};
        case Decline::tokenRevoked:
            return {tr("Token revoked"), tr("The customer has withdrawn this token."),
                    tr("It was revoked in their wallet app and cannot be used any more."), next};
        case Decline::tokenAlreadyUsed:
            return {tr("Token already used"), tr("This token has been used before."),
                    tr("A token proves something once; it cannot be shown twice."), next};
        case Decline::wrongInstitution:
            return {tr("Token for somebody else"), tr("The token was not made for this institution."),
                    tr("The customer chose another recipient when they made it."), next};
        case Decline::sanctionsMatch:
            return {tr("Stop. Sanctions match."),
                    tr("This customer is on a watch list (OFAC, EU or UN). The case is blocked: it cannot be approved "
                       "here, by anybody."),
                    {},
                    next};
        case Decline::requestExpired:
            return {tr("Request expired"), tr("The customer did not answer in time."),
                    tr("A request is open for a few minutes only. Nothing was shared."), next};
        case Decline::unknown:
            break;
    }
    return {tr("The provider declined"), tr("The provider refused this check."),
            tr("It gave a reason that Verdesk does not know."), next};
}

EndWords Words::of(Failure failure) {
    switch (failure) {
        case Failure::providerUnreachable:
            return {tr("The provider does not answer"), tr("The check could not be done: there was no answer in time."),
                    tr("The provider or the line to it is down. The customer did nothing wrong."),
                    tr("Try again in a moment. If it stays so, use another check.")};
        case Failure::providerBroken:
            return {tr("The provider has a problem"),
                    tr("The check could not be done: the provider's answer was not usable."),
                    tr("Something is wrong at the provider. The answer is kept for support."),
                    tr("Try again. If it happens twice, use another check and tell support the code below.")};
        case Failure::providerRefused:
            return {tr("The provider refused our request"),
                    tr("The check could not be started: the provider did not accept our key or our request."),
                    tr("This has to be put right by your administrator. The customer did nothing wrong."),
                    tr("Use another check, and tell your administrator the code below.")};
        case Failure::configuration:
            return {tr("The check has changed"), tr("This check was changed while it was running."),
                    tr("An administrator changed its settings, so its result can no longer be used."),
                    tr("Start the check again.")};
        case Failure::internal:
            return {tr("Something went wrong here"), tr("The check stopped because of a fault of ours."),
                    tr("Verdesk could not go on. What happened is kept for support."),
                    tr("Try again. If it happens twice, tell support the code below.")};
        case Failure::answerLost:
            return {
                tr("The provider's answer is lost"),
                tr("The customer finished at the provider, and its result did not get here."),
                tr("It is handed out only once. It may have been on the way when the line broke, so Verdesk does not "
                   "ask again. The customer did nothing wrong."),
                tr("Start the check again. The customer goes through the provider's pages once more.")};
        case Failure::unknown:
            break;
    }
    return {tr("The check failed"),
            tr("The check ended in a way that this version of Verdesk does not know."),
            {},
            tr("Try again, or use another check. Tell support the code below.")};
}

}  // namespace verdesk::ui
