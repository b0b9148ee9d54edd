#pragma once
// The results that named no check, and the checks that one of them may belong to. For officers and administrators.

#include "contract/case.h"
#include "contract/unmatched.h"
#include "desk/call_error.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <vector>

namespace verdesk::desk {

class BackendClient;

// A check that a result may be assigned to.
struct Candidate {
    CaseSummary summary;
    Verification verification;
};

class UnmatchedBook : public QObject {
    Q_OBJECT

public:
    enum class Reading : std::uint8_t { never, underWay, done, failed };
    // Cases that are looked through for a number, newest first; and cases of which the checks are offered.
    static constexpr int mostCases = 500;
    static constexpr std::size_t mostFound = 5;

    explicit UnmatchedBook(BackendClient& client, QObject* parent = nullptr);

    // Reads the list, and from now on again every minute, until clear().
    void follow();
    void read();
    const std::vector<Unmatched>& all() const;
    Reading reading() const;
    const std::optional<CallError>& error() const;

    // Looks for cases by their exact reference, or else by their number, and offers their running checks of that
    // account. What was looked for before is forgotten.
    void search(const QString& text, const std::string& account);
    // One at a time.
    void assign(const UnmatchedId& id, const VerificationId& verification);
    void dismiss(const UnmatchedId& id, const QString& reason);
    bool isBusy() const;
    void clear();

Q_SIGNALS:
    void changed();
    void found(const std::vector<verdesk::desk::Candidate>& candidates);
    void searchFailed(const verdesk::desk::CallError& error);
    void settled();  // assigned or dismissed
    void refused(const verdesk::desk::CallError& error);

private:
    void searchByNumber(const QString& number, const std::string& after, int seen, int turn);
    void readCases(std::vector<CaseSummary> cases, int turn);
    void settle(const UnmatchedId& id, Answer<struct Nothing> answer);

    BackendClient& client_;
    QObject context_;
    QTimer again_;
    std::vector<Unmatched> all_;
    Reading reading_ = Reading::never;
    std::optional<CallError> error_;
    bool underWay_ = false;
    bool busy_ = false;
    int turn_ = 0;  // of the search
    std::string account_;
    std::vector<Candidate> candidates_;
};

}  // namespace verdesk::desk
