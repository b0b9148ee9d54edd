// What a webhook tells of a check that has ended: it is asked for until there is an answer, over restarts, while the
// webhook waits in the inbox.
#include "backend/verification/engine.h"
#include "backend/verification/push_read.h"

#include "backend/events/build.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"

#include <algorithm>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

// How long an answer is asked for after the end, and how often at the least.
constexpr std::chrono::hours longestLate{72};
constexpr std::chrono::seconds firstLatePause{2};
constexpr std::chrono::minutes longestLatePause{15};
constexpr std::chrono::seconds oneStep{1};  // so soon a stop is seen
// So long a provider may tell of an end that it does not answer with yet.
constexpr std::chrono::minutes longestBehind{2};

}  // namespace

// What it said stands with its case now, under the case's key, and nowhere else; or the provider was asked, and then
// that answer counts. Its digest stays, so that a replay is seen.
void VerificationEngine::match(store::Transaction& t, const Push& push,
                               const std::vector<store::VerificationRow>& about, Instant now) {
    const auto& first = about.front();
    tables::putAwayHook(t, push.hook.id, store::HookState::matched, first.id, {});
    auto matched = event::ofHookMatched(push.hook.id, first, push.eventId, providerActor(push.provider, first.branch),
                                        now, newEventId(now));
    for (std::size_t i = 1; i < about.size(); ++i) {
        matched.data["also"].push_back(about[i].id.value);
    }
    t.append(std::move(matched));
}

asio::awaitable<void> VerificationEngine::askLate(Pushes pushes, std::size_t which, Worked worked) {
    const auto& push = (*pushes)[which];
    struct Asking {
        VerificationEngine& engine;
        const std::string& hook;
        ~Asking() {
            engine.late_.erase(hook);
        }
    };
    const Asking asking{*this, push.hook.id};
    auto& waiting = worked.late;
    std::chrono::milliseconds wait = firstLatePause;
    while (true) {
        for (auto id = waiting.begin(); id != waiting.end();) {
            const bool answered = co_await isAnswered(*id, push.hook.receivedAt);
            id = answered ? waiting.erase(id) : id + 1;
        }
        if (waiting.empty()) {
            break;
        }
        if (clock_.now() - push.hook.receivedAt >= longestLate) {
            warn({"account " + push.hook.account + " told of a check that had ended, and gave no answer about it"});
            break;
        }
        for (const auto next = clock_.now() + wait; clock_.now() < next;) {
            co_await pause(std::min<std::chrono::milliseconds>(next - clock_.now(), oneStep));
            if (stopping_) {
                abort();  // the next start goes on with it
            }
        }
        wait = std::min<std::chrono::milliseconds>(wait * 2, longestLatePause);
    }
    std::vector<VerificationId> about;
    for (const auto& touched : worked.touched) {
        about.push_back(touched.row.id);
    }
    co_await putAway(push, about);
}

asio::awaitable<bool> VerificationEngine::isAnswered(VerificationId id, Instant told) {
    const auto query = [id](store::Reading& r) { return tables::findVerification(r, id); };
    const auto row = co_await read(query);
    const auto session = row ? sessionOf(*row) : nullptr;
    if (!session || row->providerKey.empty()) {
        co_return true;  // nobody to ask any more, or nothing to ask by: the account is gone, or the case was erased
    }
    const auto context = contextOf(*session);
    auto exchange = session->provider->poll(context, session->attempt);
    egress::Caller caller;
    caller.account = session->account->account.id;
    auto called = co_await call(std::move(exchange), std::move(caller));
    if (!called.value) {
        co_return false;
    }
    const bool ended = isFinal(called.value->state);
    Raw raw{"poll", called.value->raw};
    auto what = deed(id, answerOf(*session, std::move(*called.value), claims::Channel::poll),
                     "provider:" + session->account->provider, std::move(raw));
    co_await settled(std::move(what));
    co_return ended || clock_.now() - told >= longestBehind;
}

asio::awaitable<void> VerificationEngine::putAway(const Push& push, const std::vector<VerificationId>& ids) {
    const auto change = [push, ids, now = clock_.now()](store::Transaction& t) {
        const auto waiting = tables::findHook(t, push.hook.id);
        if (!waiting || waiting->state != store::HookState::received) {
            return;  // another replica was quicker
        }
        std::vector<store::VerificationRow> about;
        for (const auto& id : ids) {
            if (auto row = tables::findVerification(t, id)) {
                about.push_back(std::move(*row));
            }
        }
        match(t, push, about, now);
    };
    co_await write(change);
}

}  // namespace verdesk::backend
