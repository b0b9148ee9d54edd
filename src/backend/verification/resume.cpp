// Picking up what a killed process left.
#include "backend/verification/engine.h"

#include "backend/store/tables/documents.h"
#include "backend/store/tables/erasures.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/handed_in.h"

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

constexpr std::size_t chunk = 500;
constexpr int everything = 10'000'000;
constexpr std::chrono::hours farAhead{24 * 3650};

// An entry of an earlier version does not say.
WasDropped beforeOf(const store::JournalRow& entry, const store::VerificationRow& row) {
    return beforeFrom(entry.request).value_or(WasDropped{State::awaiting, row.deadline});
}

}  // namespace

asio::awaitable<void> VerificationEngine::resume() {
    const auto now = clock_.now();
    const auto entries = [](store::Reading& r) { return tables::unansweredJournal(r); };
    auto journal = co_await read(entries);
    for (auto& entry : journal) {
        const auto returned = returnFrom(entry.request);
        if (!returned) {
            continue;  // a part: the entry that it belongs to makes the call
        }
        if (now - entry.writtenAt > keptByProviders) {
            const auto change = [key = entry.key, now](store::Transaction& t) {
                tables::closeJournal(t, key, "", "", now, withoutSecrets);
            };
            co_await write(change);
            continue;
        }
        const auto query = [id = entry.verification](store::Reading& r) { return tables::findVerification(r, id); };
        const auto row = co_await read(query);
        if (const auto session = row ? sessionOf(*row) : nullptr) {
            // Known as handed in before anything else is looked at.
            const auto before = beforeOf(entry, *row);
            run(complete(std::move(entry), session, before, true, nullptr), "asking again for a lost answer");
        }
    }

    const auto all = [now](store::Reading& r) { return tables::dueVerifications(r, now + farAhead, everything); };
    const auto due = co_await read(all);
    for (std::size_t from = 0; from < due.size(); from += chunk) {
        const auto until = std::min(due.size(), from + chunk);
        const std::vector<tables::Due> some(due.begin() + static_cast<std::ptrdiff_t>(from),
                                            due.begin() + static_cast<std::ptrdiff_t>(until));
        if (shared_) {
            // Whoever starts takes over: that two replicas ask about one session for a moment harms nobody.
            const auto take = [some, holder = holder_, now](store::Transaction& t) {
                for (const auto& each : some) {
                    tables::lease(t, each.id, holder, now + farAhead, now + looksAfterItself);
                }
            };
            co_await write(take);
        }
        const auto query = [some](store::Reading& r) {
            std::vector<store::VerificationRow> rows;
            for (const auto& each : some) {
                if (auto row = tables::findVerification(r, each.id)) {
                    rows.push_back(std::move(*row));
                }
            }
            return rows;
        };
        auto rows = co_await read(query);
        for (auto& row : rows) {
            co_await care(std::move(row));
        }
    }
    if (!shared_) {
        const auto hasten = [now](store::Transaction& t) {
            tables::hastenFetches(t, now);
            tables::hastenForgets(t, now);
        };
        co_await write(hasten);
    }
    fetchesArrived();
    forgetsArrived();
    hooksArrived();
    startUpkeep();
}

asio::awaitable<void> VerificationEngine::care(store::VerificationRow row) {
    if (isFinal(row.state) || handedIn_.contains(row.id) || beginning_.contains(row.id)) {
        follow(row, clock_.now());
        co_return;
    }
    const auto session = sessionOf(row);
    if (!session) {
        auto what = deed(row.id, HasFailed{Failure::configuration}, "system");
        co_await settled(std::move(what));
    } else if (row.state == State::requesting) {
        run(begin(row.id, session, nullptr), "opening a session again");
    } else if (row.state == State::verifying && co_await askAgain(row, session)) {
        follow(row, clock_.now());
    } else if (row.state == State::verifying && row.providerKey.empty()) {
        auto what = deed(row.id, HasFailed{Failure::internal}, "system");
        co_await settled(std::move(what));
    } else {
        follow(row, clock_.now());
    }
}

// What was handed in at a replica that is gone, under its key.
asio::awaitable<bool> VerificationEngine::askAgain(const store::VerificationRow& row,
                                                   std::shared_ptr<const Session> session) {
    const auto query = [id = row.id](store::Reading& r) {
        auto entries = tables::journalOf(r, id);
        std::erase_if(entries, [](const store::JournalRow& each) { return each.answer || !returnFrom(each.request); });
        return entries;
    };
    auto entries = co_await read(query);
    for (auto& entry : entries) {
        const auto before = beforeOf(entry, row);
        run(complete(std::move(entry), session, before, true, nullptr), "asking again for a lost answer");
    }
    co_return !entries.empty();
}

}  // namespace verdesk::backend
