#pragma once
// Today's cases of the branch, and the one case that is open on the screen. Read from the backend, read again when the
// feed says that one moved; what was read stays on the screen while the backend is away.

#include "contract/case.h"
#include "contract/changes.h"
#include "desk/call_error.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <vector>

namespace verdesk::desk {

class BackendClient;

class CaseBook : public QObject {
    Q_OBJECT

public:
    enum class Reading : std::uint8_t { never, underWay, done, failed };
    // A day has fewer; beyond it the list says "at least".
    static constexpr std::size_t mostCases = 1000;

    explicit CaseBook(BackendClient& client, QObject* parent = nullptr);

    // The list, newest first.
    void readToday();
    const std::vector<CaseSummary>& today() const;
    Reading todayReading() const;  // underWay only while there is nothing to show yet
    bool todayIsCut() const;       // there are more than are held
    const std::optional<CallError>& todayError() const;

    // The open case.
    void open(const CaseId& id);
    void leave();
    const CaseId& openId() const;
    const std::optional<Case>& current() const;
    Reading currentReading() const;
    const std::optional<CallError>& currentError() const;

    // A decision of the open case. At most one is under way.
    void decide(DecisionKind kind, const QString& reason);
    bool isDeciding() const;
    // Erases the open case. One of this and a decision is under way at most.
    void erase(const QString& reason);

    void take(const Changes& changes);
    void connectionBack();
    void clear();

Q_SIGNALS:
    void todayChanged();
    void currentChanged();
    void decided(verdesk::DecisionKind kind);
    void decisionRefused(const verdesk::desk::CallError& error);
    void erased();  // `current` is what is left
    void eraseRefused(const verdesk::desk::CallError& error);

private:
    void readPage(const std::string& after);
    void readCurrent();

    BackendClient& client_;
    QObject context_;
    QTimer soon_;              // several moves in a row are one reading
    bool listWanted_ = false;  // somebody looked at the list
    std::vector<CaseSummary> today_;
    std::vector<CaseSummary> arriving_;
    Reading todayReading_ = Reading::never;
    bool listUnderWay_ = false;
    bool listAgain_ = false;
    bool cut_ = false;
    std::optional<CallError> todayError_;
    CaseId openId_;
    std::optional<Case> current_;
    Reading currentReading_ = Reading::never;
    bool currentUnderWay_ = false;
    bool currentAgain_ = false;
    std::optional<CallError> currentError_;
    bool deciding_ = false;
};

}  // namespace verdesk::desk
