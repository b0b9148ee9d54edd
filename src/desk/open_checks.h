#pragma once
// The checks of this counter session: running, ended, and those put away that may still turn out badly. A row each, in
// the order in which they were started; those put away have no row. Data alone: check_flow.h moves it.

#include "contract/case.h"
#include "desk/call_error.h"
#include "desk/verification_table.h"

#include <QAbstractListModel>
#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace verdesk::desk {

struct Check {
    int id = 0;  // of this desk, from 1
    // The case. Without an id it is not opened yet; `opening` then says with what.
    CaseId caseId;
    std::string number;
    std::string reference;
    Localized purposeTitle;
    CaseSummary summary;  // as it was last read; without an id where it was not
    OpenCase opening;
    std::vector<CaseSummary> earlierBlocked;
    // The verification.
    StartVerification wanted;
    Localized flowTitle;
    std::vector<Form> forms;                   // of the flow, to be filled in before the start; none: nothing is asked
    Answers filledIn;                          // presets, and what staff made of them; kept for another try
    int participant = 0;                       // of the check that this person was added to, from 1; 0: added to none
    std::optional<Verification> verification;  // the newest of this check; nothing until the backend answered
    QDeadlineTimer deadline{QDeadlineTimer::Forever};  // by this computer's steady clock
    // What is on the screen.
    Page page = Page::newCheck;
    std::string exit;                  // the code of the way out, for the page's small print
    std::optional<CallError> problem;  // what was refused last, until the next thing that staff do
    bool offline = false;              // the backend does not answer; the deadline goes on counting
    bool cancelling = false;           // asked for, not answered
    bool closing = false;
    bool unknownState = false;  // the backend says something that this version does not know
    bool claimsHidden = false;
    std::string trouble;  // the code of what keeps the provider's page from going on; empty: nothing
    QElapsedTimer since;  // when this page came up
    // Of a launch that is a page. Until when it can be opened, by this computer's steady clock; whether a fresh one was
    // asked for and is not there yet; and how many came.
    QDeadlineTimer pageDeadline{QDeadlineTimer::Forever};
    bool renewing = false;
    int renewals = 0;

    // What there is to show, of the kind that was asked for; null where there is nothing.
    const Launch* launch() const;

    bool hasLaunch(LaunchKind kind) const;
};

class OpenChecks : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { idRole = Qt::UserRole, pageRole, referenceRole, numberRole, exitRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const Check* find(int id) const;
    const Check* findVerification(const VerificationId& id) const;  // also one that was put away
    const Check* at(int row) const;
    int rowOf(int id) const;       // -1: put away or unknown
    std::vector<int> ids() const;  // of the rows
    // The same, but people who were added to a check stand after it.
    std::vector<int> grouped() const;
    std::vector<int> every() const;  // also those put away

    int add(Check check);  // its id
    void update(int id, const std::function<void(Check&)>& change);
    void remove(int id);
    void clear();

Q_SIGNALS:
    void checkChanged(int id);
    void pageChanged(int id, verdesk::desk::Page page);

private:
    void refreshRows();

    std::vector<std::unique_ptr<Check>> checks_;
    std::vector<int> rows_;  // ids
    int lastId_ = 0;
};

}  // namespace verdesk::desk
