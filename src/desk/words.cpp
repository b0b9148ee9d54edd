#include "desk/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace verdesk::desk {
namespace {

struct Known {
    std::string_view code;
    const char* words;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(verdesk::desk::Words)

public:
    static QString ofRefusal(const Problem& problem) {
        if (problem.code == "member-invalid") {
            return ofMember(QString::fromStdString(problem.member));
        }
        const auto words = ofCode(problem.code);
        return words.isEmpty() ? ofStatus(problem) : words;
    }

    static QString ofCode(std::string_view code) {
        const auto* known =
            std::find_if(table.begin(), table.end(), [code](const Known& each) { return each.code == code; });
        return known != table.end() ? tr(known->words) : QString{};
    }

    // A code of a newer backend.
    static QString ofStatus(const Problem& problem) {
        if (problem.status >= 500) {
            return tr("The backend met an error of its own. Try again; if it stays, call support.");
        }
        if (problem.status == 429) {
            return tr("The backend is busy. Wait a moment, then try again.");
        }
        //: %1 is a technical code
        return tr("The backend refused this. Call support and tell them: %1.")
            .arg(QString::fromStdString(problem.code));
    }

    static QString ofMember(const QString& member) {
        if (member == QLatin1String("reference")) {
            return tr("The customer reference does not have the form that your institution uses.");
        }
        if (member == QLatin1String("token")) {
            return tr("This cannot be a token. Read it again together, character by character.");
        }
        if (member == QLatin1String("url") || member == QLatin1String("message")) {
            return tr("The backend does not accept what the provider's page led to. Start the provider's page again.");
        }
        if (member.startsWith(QLatin1String("answers"))) {
            return tr("The backend does not take this answer. Change it, or leave the question open.");
        }
        if (member == QLatin1String("parent")) {
            return tr("Nobody can be added to this check any more.");
        }
        if (member == QLatin1String("reason")) {
            return tr("A reason is required.");
        }
        if (member == QLatin1String("purpose")) {
            return tr("This purpose is not offered any more. Choose another one.");
        }
        if (member.startsWith(QLatin1String("consent")) || member.startsWith(QLatin1String("attestation"))) {
            return tr("The wording has changed meanwhile. Read the new one to the customer, then start again.");
        }
        //: %1 is the technical name of a field
        return tr("The backend does not accept \"%1\".").arg(member);
    }

    static QString of(const CallError& error) {
        switch (error.kind) {
            case CallError::Kind::unreachable:
                return tr("The backend does not answer.");
            case CallError::Kind::insecure:
                return tr("The backend's certificate is not trusted on this computer. Nothing was sent. Call support.");
            case CallError::Kind::unreadable:
                return tr("The backend's answer cannot be read. Call support.");
            case CallError::Kind::sessionEnded:
                return ofCode("session-ended");
            case CallError::Kind::tooOld:
                return ofCode("desk-too-old");
            case CallError::Kind::refused:
                break;
        }
        return ofRefusal(error.problem);
    }

private:
    // Each code of docs/api/openapi.yaml and docs/failure-codes.md but member-invalid.
    // clang-format off
    static constexpr auto table = std::to_array<Known>({
        // Who asks.
        {"sign-in-failed", QT_TR_NOOP("The name or the password is not right.")},
        {"sign-in-throttled", QT_TR_NOOP("Too many attempts. Wait a moment before you try again.")},
        {"session-ended", QT_TR_NOOP("Your session has ended. Sign in again.")},
        {"branch-not-yours", QT_TR_NOOP("You are not registered for the branch of this counter. Ask your administrator.")},
        {"role-missing", QT_TR_NOOP("Your role does not allow this. Ask a compliance officer.")},
        {"desk-too-old", QT_TR_NOOP("This version of Verdesk is too old for your backend. Install the current one.")},
        // What cannot be done as things stand.
        {"not-found", QT_TR_NOOP("The backend does not know this case in your branch.")},
        {"case-open", QT_TR_NOOP("There is an open case for this reference already.")},
        {"case-closed", QT_TR_NOOP("This case is closed. Open a new one.")},
        {"case-blocked", QT_TR_NOOP("This case is blocked by a sanctions match. Nobody can approve it or go on with it.")},
        {"nothing-to-decide", QT_TR_NOOP("There is no completed check in this case, so there is nothing to approve.")},
        {"customer-not-known", QT_TR_NOOP("The provider of this check does not know this customer (any more). Choose another check.")},
        {"participants-not-taken", QT_TR_NOOP("Nobody can be added to this check.")},
        {"case-not-closed", QT_TR_NOOP("This case is open. Close it before it is erased.")},
        {"case-erased", QT_TR_NOOP("This case was erased already.")},
        {"flow-unknown", QT_TR_NOOP("This check is not offered any more. Choose another one.")},
        {"launch-not-offered", QT_TR_NOOP("This check is not offered in this way any more. Choose another way, or another check.")},
        {"account-down", QT_TR_NOOP("The provider of this check does not answer. Choose another check, or try again later.")},
        {"verification-over", QT_TR_NOOP("This check has ended already.")},
        {"not-awaiting",
         QT_TR_NOOP("This check does not wait for the customer any more. Its result comes by itself; nothing to do.")},
        {"already-assigned", QT_TR_NOOP("A colleague has assigned or dismissed this result already.")},
        {"token-under-way", QT_TR_NOOP("Another token is still being checked. Wait for its result.")},
        {"request-under-way", QT_TR_NOOP("This is being done already. Wait a moment, then look whether it is done before you try again.")},
        {"idempotency-key-reused", QT_TR_NOOP("Something else was sent under the same key, so this was not done. Start it again.")},
        {"superseded", QT_TR_NOOP("Another window of this desk follows what happens. Use that one, or start Verdesk again.")},
        {"cursor-too-old", QT_TR_NOOP("Too much has happened since this desk last looked. It reads everything anew by itself.")},
        // What cannot be read, or not now.
        {"body-invalid", QT_TR_NOOP("The backend cannot read what this desk sent. Try again; if it stays, this version may not fit your backend: call support.")},
        {"request-invalid",
         QT_TR_NOOP("Something between this computer and the backend spoils what is sent. Call support.")},
        {"body-too-large", QT_TR_NOOP("This is longer than the backend accepts. Shorten what you wrote, then try again.")},
        {"address-too-long", QT_TR_NOOP("What you search for is too long. Shorten it, then try again.")},
        {"header-too-large", QT_TR_NOOP("Something between this computer and the backend adds too much to every request. Call support.")},
        {"method-not-allowed", QT_TR_NOOP("The backend does not offer this. This version of Verdesk may not fit it: call support.")},
        {"too-slow", QT_TR_NOOP("What was sent arrived too slowly, so nothing was done. Try again; if it stays, the network of this counter is too slow.")},
        {"too-many-requests", QT_TR_NOOP("The backend is busy. Wait a moment, then try again.")},
        {"overloaded", QT_TR_NOOP("The backend has too much to do just now. Wait a minute, then try again.")},
        {"internal", QT_TR_NOOP("The backend met an error of its own. Try again; if it stays, call support.")},
    });
    // clang-format on
};

}  // namespace

QString inWords(const CallError& error) {
    return Words::of(error);
}

}  // namespace verdesk::desk
