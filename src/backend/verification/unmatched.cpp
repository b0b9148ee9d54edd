// Results that name no verification of ours: listed for a person who may know whose they are, assigned, or put away.
#include "backend/verification/engine.h"
#include "backend/verification/push_read.h"

#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/evidence.h"
#include "contract/problem.h"

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;
using store::HookState;

namespace {

constexpr std::size_t listed = 200;
constexpr int page = 200;
constexpr int mostPages = 50;  // beyond so many that say nothing, whoever sends them has to be stopped first

[[noreturn]] void refuse(int status, const char* code, const char* title, const char* member = "") {
    Problem problem;
    problem.status = status;
    problem.code = code;
    problem.title = title;
    problem.member = member;
    throw ProblemError{problem};
}

std::string textOf(const std::vector<claims::Claim>& all, std::string_view name) {
    const auto* claim = claims::find(all, name);
    const auto* text = claim == nullptr ? nullptr : std::get_if<claims::Text>(&claim->value);
    return text == nullptr ? std::string{} : text->value;
}

// Whom the result is about, as far as it tells.
std::vector<std::string> namesIn(const std::vector<claims::Claim>& all) {
    std::vector<std::string> names;
    auto both = textOf(all, "given_names");
    const auto surname = textOf(all, "surname");
    both += both.empty() || surname.empty() ? surname : " " + surname;
    for (const auto& name : {textOf(all, "full_name"), both}) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

// The one of that id, while nobody has dealt with it.
store::HookRow unmatchedHook(store::Transaction& t, const std::string& id) {
    auto hook = tables::findHook(t, id);
    if (!hook || hook->state == HookState::received) {
        refuse(404, "not-found", "There is no such result");
    }
    if (hook->state != HookState::unmatched) {
        refuse(409, "already-assigned", "Somebody has dealt with this result already");
    }
    return std::move(*hook);
}

}  // namespace

std::optional<UnmatchedResult> VerificationEngine::unmatchedIn(store::HookRow hook) const {
    UnmatchedResult result;
    result.id = hook.id;
    result.account = hook.account;
    result.receivedAt = hook.receivedAt;
    const auto* account = config_.account(hook.account);
    result.provider = account == nullptr ? std::string{} : account->displayName;
    const auto push = readPush(std::move(hook));
    if (!push.progress) {
        return std::nullopt;  // a wake-up, say: nothing in it that could belong to anybody
    }
    const auto& progress = push.progress->progress;
    result.names = namesIn(progress.claims);
    result.documents = progress.documents.size() + progress.toFetch.size();
    return result;
}

asio::awaitable<std::vector<UnmatchedResult>> VerificationEngine::unmatched() {
    std::vector<UnmatchedResult> results;
    std::optional<tables::HookPlace> last;
    // What says nothing is many where somebody sends it on purpose, and must not hide what does.
    for (int pages = 0; pages < mostPages && results.size() < listed; ++pages) {
        const auto query = [last](store::Reading& r) { return tables::unmatchedHooks(r, page, last); };
        auto hooks = co_await read(query);
        if (hooks.empty()) {
            break;
        }
        last = tables::HookPlace{hooks.back().receivedAt, hooks.back().id};
        const bool more = hooks.size() == static_cast<std::size_t>(page);
        for (auto& hook : hooks) {
            auto result = unmatchedIn(std::move(hook));
            if (result && results.size() < listed) {
                results.push_back(std::move(*result));
            }
        }
        if (!more) {
            break;
        }
    }
    co_return results;
}

asio::awaitable<store::VerificationRow> VerificationEngine::assign(Who who, std::string hook, VerificationId id) {
    const auto query = [hook](store::Reading& r) { return tables::findHook(r, hook); };
    auto found = co_await read(query);
    if (!found) {
        refuse(404, "not-found", "There is no such result");
    }
    auto push = readPush(std::move(*found));
    auto what = deed(id, IsCancelled{}, who.staff.value);
    what.counter = who.counter;
    if (push.progress) {
        // Whose it is was said by a person: whatever signed it, that was not.
        push.progress->authenticated = false;
        what.raw = {"webhook", push.hook.body};
        what.happening = std::move(*push.progress);
    }
    const auto& config = config_;
    const auto change = [what, hook, who, &config, result = push.progress.has_value()](store::Transaction& t) {
        const auto before = tables::findHook(t, hook);
        auto row = tables::findVerification(t, what.id);
        if (!row || row->branch != who.branch) {
            refuse(404, "not-found", "There is no such verification");
        }
        if (before && before->state == HookState::matched && before->verification == what.id) {
            return Settled{std::move(row), false, false};  // the same act again
        }
        const auto waiting = unmatchedHook(t, hook);
        if (!result || row->account != waiting.account) {
            refuse(400, "member-invalid", "The result is not of this verification's account", "verification");
        }
        if (isFinal(row->state)) {
            Problem over;
            over.status = 409;
            over.code = "verification-over";
            over.title = "The verification has ended";
            over.extra["verification"] = toJson(view(*row, config, what.at));
            throw ProblemError{over};
        }
        auto taken = what;
        if (auto* answer = std::get_if<HasProgress>(&taken.happening)) {
            dropUnkept(answer->progress, keepOf(config, *row));
        }
        auto outcome = settle(t, taken);
        tables::putAwayHook(t, hook, HookState::matched, what.id, {});
        const Actor actor{who.staff.value, who.counter, who.branch};
        t.append(event::ofHookAssigned(hook, *outcome.row, actor, what.at, newEventId(what.at)));
        return outcome;
    };
    auto outcome = co_await write(change);
    follow(*outcome.row);
    if (outcome.fetches) {
        fetchesArrived();
    }
    co_return std::move(*outcome.row);
}

asio::awaitable<void> VerificationEngine::dismiss(Who who, std::string hook, std::string reason) {
    const auto change = [hook, who, reason, now = clock_.now()](store::Transaction& t) {
        const auto waiting = unmatchedHook(t, hook);
        tables::putAwayHook(t, hook, HookState::dismissed, {}, reason);
        const Actor actor{who.staff.value, who.counter, who.branch};
        t.append(event::ofHookPutAway(event::hookDismissed, hook, waiting.account, actor, now, newEventId(now)));
    };
    co_await write(change);
}

}  // namespace verdesk::backend
