#include "desk/unmatched_book.h"

#include "desk/backend_client.h"

#include <algorithm>
#include <utility>

namespace verdesk::desk {
namespace {

constexpr std::chrono::minutes pause{1};
constexpr int pageSize = 100;

}  // namespace

UnmatchedBook::UnmatchedBook(BackendClient& client, QObject* parent) : QObject{parent}, client_{client} {
    again_.setInterval(pause);
    connect(&again_, &QTimer::timeout, this, &UnmatchedBook::read);
}

const std::vector<Unmatched>& UnmatchedBook::all() const {
    return all_;
}

UnmatchedBook::Reading UnmatchedBook::reading() const {
    return reading_;
}

const std::optional<CallError>& UnmatchedBook::error() const {
    return error_;
}

bool UnmatchedBook::isBusy() const {
    return busy_;
}

void UnmatchedBook::follow() {
    again_.start();
    read();
}

void UnmatchedBook::read() {
    if (std::exchange(underWay_, true)) {
        return;
    }
    if (reading_ != Reading::done) {
        reading_ = Reading::underWay;
        Q_EMIT changed();
    }
    client_.unmatched(&context_, [this](Answer<std::vector<Unmatched>> answer) {
        underWay_ = false;
        if (answer) {
            all_ = *std::move(answer);
            reading_ = Reading::done;
            error_.reset();
        } else {
            reading_ = reading_ == Reading::done ? Reading::done : Reading::failed;
            error_ = answer.error();
        }
        Q_EMIT changed();
    });
}

void UnmatchedBook::search(const QString& text, const std::string& account) {
    const auto turn = ++turn_;
    account_ = account;
    candidates_.clear();
    const auto wanted = text.trimmed();
    client_.cases({.reference = wanted.toStdString(), .limit = pageSize}, &context_,
                  [this, turn, wanted](Answer<CaseList> answer) {
                      if (turn != turn_) {
                          return;
                      }
                      // A number is no reference: the backend may say so, or simply find none.
                      if (answer && !answer->cases.empty()) {
                          readCases(std::move(answer->cases), turn);
                      } else if (answer || answer.error().kind == CallError::Kind::refused) {
                          searchByNumber(wanted, {}, 0, turn);
                      } else {
                          Q_EMIT searchFailed(answer.error());
                      }
                  });
}

void UnmatchedBook::searchByNumber(const QString& number, const std::string& after, int seen, int turn) {
    client_.cases({.after = after, .limit = pageSize}, &context_, [this, number, seen, turn](Answer<CaseList> answer) {
        if (turn != turn_) {
            return;
        }
        if (!answer) {
            Q_EMIT searchFailed(answer.error());
            return;
        }
        std::vector<CaseSummary> hits;
        for (const auto& each : answer->cases) {
            if (QString::fromStdString(each.number).compare(number, Qt::CaseInsensitive) == 0) {
                hits.push_back(each);
            }
        }
        const int looked = seen + static_cast<int>(answer->cases.size());
        if (!hits.empty() || answer->next.empty() || looked >= mostCases) {
            readCases(std::move(hits), turn);
        } else {
            searchByNumber(number, answer->next, looked, turn);
        }
    });
}

void UnmatchedBook::readCases(std::vector<CaseSummary> cases, int turn) {
    if (cases.size() > mostFound) {
        cases.resize(mostFound);
    }
    if (cases.empty()) {
        Q_EMIT found(std::exchange(candidates_, {}));
        return;
    }
    const auto id = cases.front().id;
    cases.erase(cases.begin());
    client_.readCase(id, &context_, [this, cases = std::move(cases), turn](Answer<Case> answer) mutable {
        if (turn != turn_) {
            return;
        }
        if (!answer) {
            candidates_.clear();
            Q_EMIT searchFailed(answer.error());
            return;
        }
        for (auto each = answer->verifications.rbegin(); each != answer->verifications.rend(); ++each) {
            if (each->account == account_ && !isFinal(each->state)) {  // an end takes nothing in any more
                candidates_.push_back({answer->summary, *each});
            }
        }
        readCases(std::move(cases), turn);
    });
}

void UnmatchedBook::assign(const UnmatchedId& id, const VerificationId& verification) {
    if (std::exchange(busy_, true)) {
        return;
    }
    client_.assign(id, verification, BackendClient::newKey(), &context_,
                   [this, id](Answer<Nothing> answer) { settle(id, std::move(answer)); });
}

void UnmatchedBook::dismiss(const UnmatchedId& id, const QString& reason) {
    if (std::exchange(busy_, true)) {
        return;
    }
    client_.dismiss(id, reason.toStdString(), BackendClient::newKey(), &context_,
                    [this, id](Answer<Nothing> answer) { settle(id, std::move(answer)); });
}

void UnmatchedBook::settle(const UnmatchedId& id, Answer<Nothing> answer) {
    busy_ = false;
    if (answer) {
        std::erase_if(all_, [&id](const Unmatched& each) { return each.id == id; });
        Q_EMIT changed();
        Q_EMIT settled();
    } else {
        Q_EMIT refused(answer.error());
    }
    read();
}

void UnmatchedBook::clear() {
    again_.stop();
    ++turn_;
    all_.clear();
    candidates_.clear();
    error_.reset();
    reading_ = Reading::never;
    Q_EMIT changed();
}

}  // namespace verdesk::desk
