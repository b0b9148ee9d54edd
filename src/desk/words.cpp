#include "desk/words.h"

#include <QCoreApplication>

namespace verdesk::desk {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(verdesk::desk::Words)

public:
    static QString ofRefusal(const Problem& problem) {
        const auto& code = problem.code;
        if (code == "sign-in-failed") {
            return tr("The name or the password is not right.");
        }
        if (code == "sign-in-throttled") {
            return tr("Too many attempts. Wait a moment before you try again.");
        }
        if (code == "branch-not-yours") {
            return tr("You are not registered for the branch of this counter. Ask your administrator.");
        }
        if (code == "case-open") {
            return tr("There is an open case for this reference already.");
        }
        if (code == "case-closed") {
            return tr("This case is closed. Open a new one.");
        }
        if (code == "case-blocked") {
            return tr("This case is blocked by a sanctions match. Nobody can approve it or go on with it.");
        }
        if (code == "flow-unknown" || code == "launch-not-offered") {
            return tr("This check is not offered any more. Choose another one.");
        }
        if (code == "account-down") {
            return tr("The provider of this check does not answer. Choose another check, or try again later.");
        }
        if (code == "verification-over") {
            return tr("This check has ended already.");
        }
        if (code == "already-assigned") {
            return tr("A colleague has assigned or dismissed this result already.");
        }
        if (code == "token-under-way") {
            return tr("Another token is still being checked. Wait for its result.");
        }
        if (code == "role-missing") {
            return tr("Your role does not allow this. Ask a compliance officer.");
        }
        if (code == "nothing-to-decide") {
            return tr("There is no completed check in this case, so there is nothing to approve.");
        }
        if (code == "not-found") {
            return tr("The backend does not know this case in your branch.");
        }
        if (code == "member-invalid") {
            return ofMember(QString::fromStdString(problem.member));
        }
        if (problem.status >= 500) {
            return tr("The backend met an error of its own. Try again; if it stays, call support.");
        }
        if (problem.status == 429) {
            return tr("The backend is busy. Wait a moment, then try again.");
        }
        return tr("The backend refused this. Call support with the code below.");
    }

    static QString ofMember(const QString& member) {
        if (member == QLatin1String("reference")) {
            return tr("The customer reference does not have the form that your institution uses.");
        }
        if (member == QLatin1String("url") || member == QLatin1String("message")) {
            return tr("The backend does not accept what the provider's page led to. Start the provider's page again.");
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
                return tr("Your session has ended. Sign in again.");
            case CallError::Kind::tooOld:
                return tr("This version of Verdesk is too old for your backend. Install the current one.");
            case CallError::Kind::refused:
                break;
        }
        return ofRefusal(error.problem);
    }
};

}  // namespace

QString inWords(const CallError& error) {
    return Words::of(error);
}

QString smallPrint(const CallError& error) {
    if (!error.detail.empty()) {
        return QString::fromStdString(error.detail);
    }
    return QString::fromStdString(error.problem.code);
}

}  // namespace verdesk::desk
