// What is done every now and then: keeping when sessions were asked about, and leases between replicas.
#include "backend/verification/engine.h"

#include "backend/events/event_types.h"
#include "backend/store/tables/verifications.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

constexpr std::size_t chunk = 500;
constexpr int adoptedAtOnce = 1'000;
constexpr std::chrono::seconds betweenReplicas{10};
constexpr std::chrono::seconds alone{60};

// Whether it changes by what an open verification is asked about.
bool changesTheQuestion(std::string_view type) {
    return type == event::verificationHeard || type == event::verificationIdentified ||
           type == event::verificationRenewed;
}

}  // namespace

void VerificationEngine::startUpkeep() {
    if (shared_) {
        asio::co_spawn(
            executor_, followOthers(),
            asio::bind_cancellation_slot(endFollowing_.slot(), [self = shared_from_this()](std::exception_ptr) {}));
    }
    const auto again = [](const std::shared_ptr<VerificationEngine>& self, const auto& me) -> void {
        const auto every = self->shared_ ? betweenReplicas : alone;
        self->upkeepAlarm_->set(self->clock_.now() + every, [weak = self->weak_from_this(), me] {
            if (const auto engine = weak.lock(); engine && !engine->stopping_) {
                engine->run(engine->upkeep(), "upkeep");
                me(engine, me);
            }
        });
    };
    again(shared_from_this(), again);
}

asio::awaitable<void> VerificationEngine::upkeep() {
    co_await keepTimes();
    if (shared_) {
        co_await adopt();
    }
    fetchesArrived();
    forgetsArrived();
    hooksArrived();  // what an error of the store, or the end of another replica, left unread
}

asio::awaitable<void> VerificationEngine::keepTimes() {
    const auto times = poller_->times();
    for (std::size_t from = 0; from < times.size(); from += chunk) {
        const auto until = std::min(times.size(), from + chunk);
        const std::vector<Poller::Times> some(times.begin() + static_cast<std::ptrdiff_t>(from),
                                              times.begin() + static_cast<std::ptrdiff_t>(until));
        const auto change = [some, holder = holder_, now = clock_.now(), leased = shared_](store::Transaction& t) {
            std::vector<VerificationId> lost;
            for (const auto& each : some) {
                if (leased && !tables::lease(t, each.id, holder, now, now + looksAfterItself)) {
                    lost.push_back(each.id);
                    continue;
                }
                tables::schedule(t, each.id, now + looksAfterItself, each.askedAt);
            }
            return lost;
        };
        const auto lost = co_await write(change);
        for (const auto& id : lost) {
            sessions_.erase(id);
            poller_->remove(id);
        }
    }
}

// Sessions that nobody has looked after for a while: their replica is gone.
asio::awaitable<void> VerificationEngine::adopt() {
    const auto now = clock_.now();
    const auto change = [holder = holder_, now](store::Transaction& t) {
        std::vector<store::VerificationRow> rows;
        for (const auto& due : tables::dueVerifications(t, now, adoptedAtOnce)) {
            if (tables::lease(t, due.id, holder, now, now + looksAfterItself)) {
                tables::schedule(t, due.id, now + looksAfterItself, std::nullopt);
                if (auto row = tables::findVerification(t, due.id)) {
                    rows.push_back(std::move(*row));
                }
            }
        }
        return rows;
    };
    auto rows = co_await write(change);
    for (auto& row : rows) {
        co_await care(std::move(row));
    }
}

// What another replica has ended is not asked about here any more; of what goes on, memory learns what it learned.
asio::awaitable<void> VerificationEngine::followOthers() {
    auto cursor = store_.feed().cursor();
    while (!stopping_) {
        const auto slice = co_await store_.feed().after(cursor, std::chrono::seconds{25});
        live();
        cursor = slice.cursor;
        for (const auto& entry : slice.entries) {
            if (isFinal(entry.state) && !entry.verification.empty()) {
                sessions_.erase(entry.verification);
                poller_->remove(entry.verification);
            } else if (changesTheQuestion(entry.type) && sessions_.contains(entry.verification)) {
                run(learnAgain(entry.verification), "looking at what another replica learned");
            }
        }
    }
}

asio::awaitable<void> VerificationEngine::learnAgain(VerificationId id) {
    const auto query = [id](store::Reading& r) { return tables::findVerification(r, id); };
    const auto row = co_await read(query);
    if (row) {
        follow(*row);
    }
}

}  // namespace verdesk::backend
