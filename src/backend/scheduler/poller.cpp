#include "backend/scheduler/poller.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <algorithm>
#include <deque>
#include <queue>
#include <unordered_map>

namespace verdesk::backend {

namespace asio = boost::asio;

struct Poller::State : std::enable_shared_from_this<Poller::State> {
    struct Session {
        std::string account;
        PollState poll;
        std::uint64_t turn = 0;  // of the latest entry in the heap; older ones are passed over
        std::uint64_t serial = 0;
        bool queued = false;
        bool asking = false;
        bool ending = false;
        bool again = false;
    };
    struct Due {
        Instant at;
        std::uint64_t turn;
        VerificationId id;
        bool operator>(const Due& other) const {
            return std::tie(at, turn) > std::tie(other.at, other.turn);
        }
    };

    State(asio::any_io_executor e, const Clock& c, const Alarms& alarms, Hands h, std::size_t most)
        : executor{std::move(e)}, clock{c}, hands{std::move(h)}, atOnce{most}, alarm{alarms.make(executor)} {}

    asio::any_io_executor executor;
    const Clock& clock;
    Hands hands;
    std::size_t atOnce;
    std::unique_ptr<Alarm> alarm;
    std::optional<Instant> alarmAt;
    std::unordered_map<VerificationId, Session> sessions;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due;
    std::deque<VerificationId> ready;
    std::uint64_t turns = 0;
    std::size_t asking = 0;
    bool stopped = false;

    Session* find(const VerificationId& id, std::uint64_t serial = 0) {
        const auto found = sessions.find(id);
        return found == sessions.end() || (serial != 0 && found->second.serial != serial) ? nullptr : &found->second;
    }

    void schedule(const VerificationId& id, Session& session, Instant at) {
        session.turn = ++turns;
        due.push({at, session.turn, id});
        arm();
    }

    void arm() {
        while (!due.empty()) {
            const auto* session = find(due.top().id);
            if (session != nullptr && session->turn == due.top().turn) {
                break;
            }
            due.pop();
        }
        if (due.empty() || stopped) {
            alarmAt.reset();
            alarm->cancel();
        } else if (alarmAt != due.top().at) {
            alarmAt = due.top().at;
            alarm->set(*alarmAt, [weak = weak_from_this()] {
                if (const auto self = weak.lock()) {
                    self->tick();
                }
            });
        }
    }

    void tick() {
        alarmAt.reset();
        const auto now = clock.now();
        while (!due.empty() && due.top().at <= now) {
            const auto next = due.top();
            due.pop();
            auto* session = find(next.id);
            if (session == nullptr || session->turn != next.turn) {
                continue;
            }
            const bool over = session->poll.deadline && now >= *session->poll.deadline && !session->poll.askable;
            const auto end = endOfPatience(session->poll);
            if (over || (end && now >= *end)) {
                this->end(next.id, *session);
            } else if (!session->asking) {
                queue(next.id, *session, false);
            }
        }
        arm();
        pump();
    }

    void queue(const VerificationId& id, Session& session, bool first) {
        if (session.queued || stopped) {
            return;
        }
        session.queued = true;
        if (first) {
            ready.push_front(id);
        } else {
            ready.push_back(id);
        }
    }

    void pump() {
        while (asking < atOnce && !ready.empty() && !stopped) {
            const auto id = std::move(ready.front());
            ready.pop_front();
            auto* session = find(id);
            if (session == nullptr || !session->queued || session->ending) {
                continue;
            }
            session->queued = false;
            session->asking = true;
            noteAsked(session->poll, clock.now());
            if (const auto end = endOfPatience(session->poll)) {
                schedule(id, *session, *end);
            } else {
                session->turn = ++turns;  // whatever was planned is replaced by this question
            }
            ++asking;
            asio::co_spawn(executor, hands.ask(id),
                           [self = shared_from_this(), id, serial = session->serial](
                               const std::exception_ptr& failure, const std::optional<PollOutcome>& outcome) {
                               --self->asking;
                               self->answered(id, serial, failure ? PollOutcome::unreachable : outcome);
                               self->pump();
                           });
        }
    }

    void answered(const VerificationId& id, std::uint64_t serial, const std::optional<PollOutcome>& outcome) {
        auto* session = find(id, serial);
        if (session == nullptr) {
            return;
        }
        session->asking = false;
        if (!outcome) {
            sessions.erase(id);
            return arm();
        }
        if (session->ending) {
            return;
        }
        const auto now = clock.now();
        const auto step = afterAnswer(session->poll, *outcome, now);
        if (std::holds_alternative<Expire>(step)) {
            return end(id, *session);
        }
        if (std::holds_alternative<GiveUp>(step)) {
            return giveUp(id, *session, *outcome);
        }
        if (std::exchange(session->again, false)) {
            session->turn = ++turns;
            return queue(id, *session, true);
        }
        schedule(id, *session, std::get<AskAt>(step).at);
    }

    void end(const VerificationId& id, Session& session) {
        if (session.ending || stopped) {
            return;
        }
        session.ending = true;
        session.turn = ++turns;
        asio::co_spawn(
            executor, hands.expire(id),
            [self = shared_from_this(), id, serial = session.serial](const std::exception_ptr& failure, bool ended) {
                auto* mine = self->find(id, serial);
                if (mine == nullptr) {
                    return;
                }
                if (!failure && ended) {
                    self->sessions.erase(id);
                    return self->arm();
                }
                mine->ending = false;
                self->schedule(id, *mine, self->clock.now() + mine->poll.interval);
            });
    }

    void giveUp(const VerificationId& id, Session& session, PollOutcome outcome) {
        session.ending = true;
        asio::co_spawn(executor, hands.giveUp(id, outcome),
                       [self = shared_from_this(), id, serial = session.serial](const std::exception_ptr&) {
                           if (self->find(id, serial) != nullptr) {
                               self->sessions.erase(id);
                               self->arm();
                           }
                       });
    }
};

Poller::Poller(asio::any_io_executor executor, const Clock& clock, const Alarms& alarms, Hands hands,
               std::size_t atOnce)
    : state_{std::make_shared<State>(std::move(executor), clock, alarms, std::move(hands), atOnce)} {}

Poller::~Poller() {
    stop();
}

void Poller::add(const VerificationId& id, const std::string& account, PollState poll, Instant at) {
    if (state_->stopped || state_->find(id) != nullptr) {
        return;
    }
    auto& session = state_->sessions[id];
    session.account = account;
    session.poll = poll;
    session.serial = ++state_->turns;
    state_->schedule(id, session, at);
}

void Poller::remove(const VerificationId& id) {
    if (state_->sessions.erase(id) != 0) {
        state_->arm();
    }
}

bool Poller::watches(const VerificationId& id) const {
    return state_->find(id) != nullptr;
}

bool Poller::watchesAnyOf(const std::string& account) const {
    return std::any_of(state_->sessions.begin(), state_->sessions.end(),
                       [&](const auto& each) { return each.second.account == account; });
}

std::size_t Poller::size() const {
    return state_->sessions.size();
}

void Poller::askNow(const VerificationId& id) {
    auto* session = state_->find(id);
    if (session == nullptr || !session->poll.askable) {
        return;
    }
    resetPace(session->poll);
    if (session->asking) {
        session->again = true;
        return;
    }
    state_->queue(id, *session, true);
    state_->pump();
}

std::size_t Poller::wake(const std::string& account, std::size_t most) {
    struct Candidate {
        Instant askedAt;
        const VerificationId* id;
    };
    std::vector<Candidate> candidates;
    for (const auto& [id, session] : state_->sessions) {
        if (session.account == account && session.poll.askable && !session.ending) {
            candidates.push_back({session.poll.askedAt.value_or(Instant::min()), &id});
        }
    }
    const auto middle = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(most, candidates.size()));
    std::partial_sort(candidates.begin(), middle, candidates.end(),
                      [](const Candidate& a, const Candidate& b) { return a.askedAt < b.askedAt; });
    // Put in front one by one, the most recent of them first, so that the least recent stands before all others.
    for (auto each = middle; each != candidates.begin();) {
        --each;
        auto& session = *state_->find(*each->id);
        resetPace(session.poll);
        if (session.asking) {
            session.again = true;
        } else {
            state_->queue(*each->id, session, true);
        }
    }
    const auto count = static_cast<std::size_t>(middle - candidates.begin());
    state_->pump();
    return count;
}

std::vector<Poller::Times> Poller::times() const {
    std::vector<Times> all;
    all.reserve(state_->sessions.size());
    for (const auto& [id, session] : state_->sessions) {
        all.push_back({id, session.poll.askedAt});
    }
    return all;
}

void Poller::stop() {
    state_->stopped = true;
    state_->alarm->cancel();
    state_->ready.clear();
}

}  // namespace verdesk::backend
