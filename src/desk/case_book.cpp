#include "desk/case_book.h"

#include "desk/backend_client.h"

#include <algorithm>
#include <utility>

namespace verdesk::desk {
namespace {
constexpr std::chrono::milliseconds gather{150};
}

CaseBook::CaseBook(BackendClient& client, QObject* parent) : QObject{parent}, client_{client} {
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &CaseBook::readToday);
}

const std::vector<CaseSummary>& CaseBook::today() const {
    return today_;
}

CaseBook::Reading CaseBook::todayReading() const {
    return todayReading_;
}

bool CaseBook::todayIsCut() const {
    return cut_;
}

const std::optional<CallError>& CaseBook::todayError() const {
    return todayError_;
}

const CaseId& CaseBook::openId() const {
    return openId_;
}

const std::optional<Case>& CaseBook::current() const {
    return current_;
}

CaseBook::Reading CaseBook::currentReading() const {
    return currentReading_;
}

const std::optional<CallError>& CaseBook::currentError() const {
    return currentError_;
}

bool CaseBook::isDeciding() const {
    return deciding_;
}

void CaseBook::readToday() {
    listWanted_ = true;
    if (listUnderWay_) {
        listAgain_ = true;
        return;
    }
    listUnderWay_ = true;
    arriving_.clear();
    if (todayReading_ != Reading::done) {
        todayReading_ = Reading::underWay;
        Q_EMIT todayChanged();
    }
    readPage({});
}

void CaseBook::readPage(const std::string& after) {
    const CaseQuery query{.day = QDate::currentDate(), .after = after};
    client_.cases(query, &context_, [this](Answer<CaseList> answer) {
        if (answer) {
            std::move(answer->cases.begin(), answer->cases.end(), std::back_inserter(arriving_));
            if (!answer->next.empty() && arriving_.size() < mostCases && !answer->cases.empty()) {
                readPage(answer->next);
                return;
            }
            cut_ = !answer->next.empty();
            today_ = std::exchange(arriving_, {});
            todayReading_ = Reading::done;
            todayError_.reset();
        } else {
            // An old list is better than none; the banner says that it is old.
            todayReading_ = todayReading_ == Reading::done ? Reading::done : Reading::failed;
            todayError_ = answer.error();
        }
        listUnderWay_ = false;
        Q_EMIT todayChanged();
        if (std::exchange(listAgain_, false)) {
            readToday();
        }
    });
}

void CaseBook::open(const CaseId& id) {
    if (openId_ != id) {
        openId_ = id;
        current_.reset();
        currentError_.reset();
        currentReading_ = Reading::underWay;
        Q_EMIT currentChanged();
    }
    readCurrent();
}

void CaseBook::leave() {
    openId_ = {};
    current_.reset();
    currentError_.reset();
    currentReading_ = Reading::never;
    Q_EMIT currentChanged();
}

void CaseBook::readCurrent() {
    if (openId_.empty()) {
        return;
    }
    if (currentUnderWay_) {
        currentAgain_ = true;
        return;
    }
    currentUnderWay_ = true;
    client_.readCase(openId_, &context_, [this, id = openId_](Answer<Case> answer) {
        currentUnderWay_ = false;
        if (id == openId_) {
            if (answer) {
                current_ = std::move(*answer);
                currentError_.reset();
                currentReading_ = Reading::done;
            } else {
                currentError_ = answer.error();
                currentReading_ = current_ ? Reading::done : Reading::failed;
            }
            Q_EMIT currentChanged();
        }
        if (std::exchange(currentAgain_, false) || (id != openId_ && !openId_.empty())) {
            readCurrent();
        }
    });
}

void CaseBook::decide(DecisionKind kind, const QString& reason) {
    if (deciding_ || !current_) {
        return;
    }
    deciding_ = true;
    Q_EMIT currentChanged();
    const auto id = current_->summary.id;
    client_.decide(id, {kind, reason.trimmed().toStdString()}, BackendClient::newKey(), &context_,
                   [this, id, kind](Answer<Case> answer) {
                       deciding_ = false;
                       if (!answer) {
                           Q_EMIT currentChanged();
                           if (id == openId_) {
                               Q_EMIT decisionRefused(answer.error());
                           }
                           readCurrent();
                           return;
                       }
                       if (id == openId_) {
                           current_ = std::move(*answer);
                       }
                       Q_EMIT currentChanged();
                       if (id == openId_) {
                           Q_EMIT decided(kind);
                       }
                       if (listWanted_) {
                           soon_.start(gather);
                       }
                   });
}

void CaseBook::erase(const QString& reason) {
    if (deciding_ || !current_) {
        return;
    }
    deciding_ = true;
    Q_EMIT currentChanged();
    const auto id = current_->summary.id;
    client_.erase(id, {reason.trimmed().toStdString()}, BackendClient::newKey(), &context_,
                  [this, id](Answer<Case> answer) {
                      deciding_ = false;
                      if (!answer) {
                          Q_EMIT currentChanged();
                          if (id == openId_) {
                              Q_EMIT eraseRefused(answer.error());
                          }
                          readCurrent();
                          return;
                      }
                      if (id == openId_) {
                          current_ = std::move(*answer);
                      }
                      Q_EMIT currentChanged();
                      if (id == openId_) {
                          Q_EMIT erased();
                      }
                      if (listWanted_) {
                          soon_.start(gather);
                      }
                  });
}

void CaseBook::take(const Changes& changes) {
    const auto ofCurrent = std::any_of(changes.changes.begin(), changes.changes.end(), [this](const Change& change) {
        return !openId_.empty() && change.caseId == openId_;
    });
    const auto ofACase = std::any_of(changes.changes.begin(), changes.changes.end(),
                                     [](const Change& change) { return !change.caseId.empty(); });
    if (ofCurrent) {
        readCurrent();
    }
    if (ofACase && listWanted_ && !soon_.isActive()) {
        soon_.start(gather);
    }
}

void CaseBook::connectionBack() {
    if (listWanted_) {
        readToday();
    }
    readCurrent();
}

void CaseBook::clear() {
    soon_.stop();
    listWanted_ = false;
    today_.clear();
    arriving_.clear();
    todayReading_ = Reading::never;
    listUnderWay_ = false;
    listAgain_ = false;
    cut_ = false;
    todayError_.reset();
    deciding_ = false;
    currentUnderWay_ = false;
    currentAgain_ = false;
    leave();
    Q_EMIT todayChanged();
}

}  // namespace verdesk::desk
