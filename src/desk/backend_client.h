#pragma once
// The backend as the desk sees it: one typed call per line of the API. Answers come on the calling thread, later, and
// not at all once `context` is gone. Whatever creates or decides carries an Idempotency-Key and is sent again with the
// same key until there is an answer, so that nothing happens twice and nothing is forgotten.
// https, or http on loopback; certificates are never excused, redirects never followed; the token lives in memory only;
// nothing is logged.

#include "contract/case.h"
#include "contract/changes.h"
#include "contract/session.h"
#include "contract/unmatched.h"
#include "desk/call_error.h"
#include "desk/page_report.h"

#include <QByteArray>
#include <QDate>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace verdesk::desk {

struct BackendLink;
struct CallRequest;

template <class T>
using Then = std::function<void(Answer<T>)>;

struct Nothing {};

// A page of GET /cases.
struct CaseQuery {
    QDate day = {};  // a day on this computer's calendar; invalid: any
    std::string reference = {};
    CaseState state = CaseState::unknown;  // unknown: any
    std::string after = {};
    int limit = 100;  // the most that the backend gives at once
};

class BackendClient : public QObject {
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds deadline{10'000};  // of one attempt
        qint64 largestAnswer = 8 * 1024 * 1024;      // bytes
        qint64 largestDocument = 32 * 1024 * 1024;
    };

    explicit BackendClient(QObject* parent = nullptr);
    ~BackendClient() override;

    // False, and nothing changes, where the address is not acceptable (backend_address.h). Calls under way go on there.
    bool setAddress(const QString& address);
    QString address() const;
    void setLimits(Limits limits);

    void setToken(const std::string& token);
    // Forgets the token and every call under way: somebody else may sit down next.
    void forgetSession();
    // The same, and tells the backend.
    void endSession(QObject* context, Then<Nothing> then);
    bool hasToken() const;

    // A new key for one action of a person.
    static std::string newKey();
    // Calls that wait for their next attempt are sent at once.
    void hurry();

    void signIn(const SignIn& signIn, QObject* context, Then<SignedIn> then);
    void signOut(QObject* context, Then<Nothing> then);
    void me(QObject* context, Then<Me> then);
    void flows(QObject* context, Then<std::vector<Flow>> then);
    void openCase(const OpenCase& open, const std::string& key, QObject* context, Then<Case> then);
    void cases(const CaseQuery& query, QObject* context, Then<CaseList> then);
    void readCase(const CaseId& id, QObject* context, Then<Case> then);
    void startVerification(const CaseId& id, const StartVerification& start, const std::string& key, QObject* context,
                           Then<Verification> then);
    void verification(const VerificationId& id, QObject* context, Then<Verification> then);
    void submitToken(const VerificationId& id, const std::string& token, const std::string& key, QObject* context,
                     Then<Verification> then);
    // What the provider's page said.
    void report(const VerificationId& id, const PageReport& report, const std::string& key, QObject* context,
                Then<Verification> then);
    // A fresh page for the same verification.
    void renewLaunch(const VerificationId& id, const std::string& key, QObject* context, Then<Verification> then);
    // The bytes of a document. Each reading is recorded.
    void evidence(const std::string& id, QObject* context, Then<QByteArray> then);
    void cancel(const VerificationId& id, const std::string& key, QObject* context, Then<Verification> then);
    void decide(const CaseId& id, const Decide& decide, const std::string& key, QObject* context, Then<Case> then);
    // For good: claims, documents and names of the case, here and at its providers. Officers and administrators.
    // What is left of the case comes back.
    void erase(const CaseId& id, const Erase& erase, const std::string& key, QObject* context, Then<Case> then);
    // Results that named no check: officers and administrators.
    void unmatched(QObject* context, Then<std::vector<Unmatched>> then);
    void assign(const UnmatchedId& id, const VerificationId& verification, const std::string& key, QObject* context,
                Then<Nothing> then);
    void dismiss(const UnmatchedId& id, const std::string& reason, const std::string& key, QObject* context,
                 Then<Nothing> then);
    // The long poll; not repeated here: the change feed does that.
    void changes(std::int64_t after, std::chrono::seconds wait, QObject* context, Then<Changes> then);
    // Practice mode: where the customer's phone is. Needs no session.
    void practicePhone(QObject* context, Then<std::string> then);

Q_SIGNALS:
    void answered();    // the backend is there, whatever it said
    void unanswered();  // an attempt was lost
    void sessionEnded();
    void tooOld(const QString& detail);

private:
    template <class T, class Read>
    void call(CallRequest request, QObject* context, Then<T> then, Read read);

    std::unique_ptr<BackendLink> link_;
};

}  // namespace verdesk::desk
