// Settling what staff hand in: a token, a widget's message, a redirect's end. Such a call may not happen twice, so it
// is written down under its key together with the state `verifying`, before anything is sent.
#include "backend/verification/engine.h"

#include "backend/store/tables/cases.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/handed_in.h"
#include "backend/verification/same_token.h"
#include "contract/problem.h"
#include "crypto/digest.h"

#include <spdlog/spdlog.h>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

// The journal of one call. Its entry is there already; further requests of the same call get entries of their own.
class CallJournal : public egress::Journal {
public:
    // `again`: the call is made from the start until it gets an answer, so that each request needs an entry of its own.
    CallJournal(VerificationEngine& engine, const store::JournalRow& entry, bool resumed, bool again)
        : engine_{engine}, entry_{entry}, resumed_{resumed}, again_{again} {}

    asio::awaitable<std::optional<HttpReply>> before(const HttpRequest& request) override {
        const auto key = keyOf(request);
        if (key == entry_.key) {
            if (resumed_ && !request.replayable) {
                throw providers::ProviderError{Failure::providerUnreachable, mayHaveHappened};
            }
            co_return std::nullopt;
        }
        auto part = entry_;
        part.key = key;
        part.request = handedInPart;
        part.answer.reset();
        const auto change = [part](store::Transaction& t) -> std::optional<store::JournalRow> {
            return tables::insertJournal(t, part) ? std::nullopt : tables::findJournal(t, part.key);
        };
        const auto known = co_await engine_.write(change);
        if (known && known->answer) {
            co_return replyFrom(*known->answer);
        }
        if (known && !request.replayable) {
            pending_ = key;
            throw providers::ProviderError{again_ ? Failure::answerLost : Failure::providerUnreachable,
                                           mayHaveHappened};
        }
        pending_ = request.replayable ? std::string{} : key;
        co_return std::nullopt;
    }

    asio::awaitable<void> after(const HttpRequest& request, const HttpReply& reply) override {
        const auto key = keyOf(request);
        if (key == entry_.key) {
            answer_ = toText(reply);  // written together with what follows from it
            co_return;
        }
        const auto change = [key, answer = toText(reply), at = engine_.clock_.now()](store::Transaction& t) {
            tables::answerJournal(t, key, answer, at);
        };
        co_await engine_.write(change);
        pending_.clear();
    }

    asio::awaitable<void> neverSent(const HttpRequest& request) override {
        const auto key = keyOf(request);
        if (key == entry_.key || request.replayable) {
            co_return;  // the entry stands for the whole call; of the other nobody minds another sending
        }
        const auto change = [key](store::Transaction& t) { tables::dropJournal(t, key); };
        co_await engine_.write(change);
        pending_.clear();
    }

    const std::optional<std::string>& answer() const {
        return answer_;
    }
    // The request that may have been made and that nobody can make again; empty where there is none.
    const std::string& pending() const {
        return pending_;
    }

private:
    std::string keyOf(const HttpRequest& request) const {
        return again_ && request.idempotencyKey == entry_.key ? entry_.key + "/sent" : request.idempotencyKey;
    }
    static constexpr const char* mayHaveHappened = "the request may have been made before, and cannot be repeated";
    VerificationEngine& engine_;
    const store::JournalRow& entry_;
    bool resumed_;
    bool again_;
    std::string pending_;
    std::optional<std::string> answer_;
};

// Between the tries of a call that may be tried again.
constexpr std::chrono::milliseconds firstPause{2'000};
constexpr std::chrono::milliseconds longestPauseBetween{20'000};
constexpr std::chrono::milliseconds oneStep{1'000};  // of a pause, so that a stop need not wait for its end

// Where the adapter itself does not say what that means for the request that is open in the journal.
bool isNoAnswer(Failure failure) {
    return failure == Failure::providerUnreachable || failure == Failure::providerBroken;
}

Problem problem(int status, const char* code, const char* title) {
    Problem made;
    made.status = status;
    made.code = code;
    made.title = title;
    return made;
}

struct Written {
    store::VerificationRow row;
    enum class What { started, repeated, over } what;
    WasDropped before = {};  // with `started`: as it was, and the entry of the call
    EnteredToken entered = {};
};

// A case that is blocked offers no way on, and one that is closed is done. What was handed in before, and what a
// provider tells by itself, still lands.
void requireOpen(store::Transaction& t, const CaseId& id) {
    const auto owner = tables::findCase(t, id);
    if (!owner || owner->verdict == claims::Verdict::blocked) {
        throw ProblemError{problem(409, "case-blocked", "The case is blocked")};
    }
    if (owner->state != CaseState::open) {
        throw ProblemError{problem(409, "case-closed", "The case is closed")};
    }
}

// Whether a browser's return for it is being settled, here or by another replica. The caller holds its row.
bool isComingBack(store::Reading& r, const VerificationId& id) {
    const auto entries = tables::journalOf(r, id);
    return std::any_of(entries.begin(), entries.end(), [](const store::JournalRow& each) {
        const auto returned = each.answer ? std::nullopt : returnFrom(each.request);
        return returned && std::holds_alternative<providers::RedirectReturn>(*returned);
    });
}

// Whether a return may be to this attempt: it names it, or comes from a provider whose returns name none, to our
// address for it. What such a one says is not believed anyway, but asked for.
bool mayBeReturnTo(const store::VerificationRow& row, const Session& session, const std::string& ours,
                   const std::string& url) {
    const auto key = session.provider->keyOfReturn(url);
    if (key || session.provider->pollInterval().count() == 0) {
        return !row.providerKey.empty() && key == row.providerKey;  // before it began there is none to come back to
    }
    return !row.providerKey.empty() && url.substr(0, url.find_first_of("?#")) == ours;
}

}  // namespace

std::string VerificationEngine::tokenDigest(const AccountConfig& account, std::string_view normalToken) const {
    const auto key = store_.keys().commonKey("tokens");
    const auto text = account.account.id + "\n" + std::string{normalToken};
    return crypto::toHex(crypto::hmacSha256(key.bytes(), crypto::viewOf(text)));
}

asio::awaitable<store::VerificationRow> VerificationEngine::handIn(Who who, VerificationId id,
                                                                   providers::Return returned, std::string key,
                                                                   std::chrono::milliseconds wait) {
    const auto row = co_await rowFor(who, id);
    const auto session = sessionOf(row);
    if (!session) {
        auto what = deed(id, HasFailed{Failure::configuration}, "system");
        const auto outcome = co_await settled(std::move(what));
        co_return outcome.row.value_or(row);
    }
    HandedInToken typed;
    if (const auto* token = std::get_if<providers::TokenReturn>(&returned)) {
        typed = {session->provider, row.account, session->provider->normalToken(token->token.reveal()), {}};
        if (typed.normal.empty()) {
            auto empty = problem(400, "member-invalid", "There is no token");
            empty.member = "token";
            throw ProblemError{empty};
        }
        typed.digest = tokenDigest(*session->account, typed.normal);
    }
    store::JournalRow entry;
    const auto* redirect = std::get_if<providers::RedirectReturn>(&returned);
    if (redirect != nullptr && !mayBeReturnTo(row, *session, contextOf(*session).returnUrl, redirect->url)) {
        // Somebody else's, or made up. What it says is not looked at.
        dropped(row.provider, "it names another attempt");
        co_return row;
    }
    // A redirect's end may be seen by the desk and by our own address: it is one act, whoever tells first.
    entry.key = redirect != nullptr
                    ? keyOfAct(store_.keys().commonKey("acts"), StaffId{"return"}, id.value, redirect->url)
                    : keyOfAct(store_.keys().commonKey("acts"), who.staff, id.value, key);
    entry.verification = id;
    entry.caseId = row.caseId;
    entry.request = textOf(returned);
    entry.writtenAt = clock_.now();

    IsBeingVerified happening;
    if (const auto within = session->provider->completionWithin(); within.count() > 0) {
        happening.deadline = entry.writtenAt + within;
    }
    auto what = deed(id, happening, who.staff.value);
    what.counter = who.counter;
    const bool busy = handedIn_.contains(id);
    const bool once = redirect != nullptr;
    std::set<VerificationId> underWay;
    for (const auto& [other, calls] : handedIn_) {
        underWay.insert(other);
    }
    const auto change = [what, entry, typed, busy, once, underWay](store::Transaction& t) -> Written {
        auto found = tables::findVerification(t, what.id);
        if (!found) {
            throw ProblemError{problem(404, "not-found", "There is no such verification")};
        }
        if (tables::findJournal(t, entry.key)) {
            return {std::move(*found), Written::What::repeated};
        }
        // A state is good for one code, whoever was come back to.
        if (once && (busy || isFinal(found->state) || isComingBack(t, what.id))) {
            return {std::move(*found), Written::What::repeated};
        }
        if (isFinal(found->state)) {
            return {std::move(*found), Written::What::over};
        }
        if (busy) {
            throw ProblemError{problem(409, "token-under-way", "Another one is being checked for this verification")};
        }
        requireOpen(t, found->caseId);
        const WasDropped before{found->state, found->deadline};
        auto mine = entry;
        mine.request = withBefore(entry.request, before);
        EnteredToken entered{mine};
        if (typed.digest.empty()) {
            tables::insertJournal(t, mine);
        } else {
            entered = enterToken(t, typed, mine, underWay);
        }
        auto started = what;
        started.earlier = entered.earlier;
        return {std::move(*settle(t, started).row), Written::What::started, before, std::move(entered)};
    };
    // Noted before it is written, so that no deadline ends what has just been handed in.
    ++handedIn_[id];
    struct Noted {
        VerificationEngine& engine;
        const VerificationId& id;
        ~Noted() {
            if (--engine.handedIn_[id] == 0) {
                engine.handedIn_.erase(id);
            }
        }
    };
    const Noted noted{*this, id};
    auto written = co_await write(change);
    if (written.what == Written::What::over) {
        auto over = problem(409, "verification-over", "The verification has ended");
        over.extra["verification"] = toJson(view(written.row, config_, clock_.now()));
        throw ProblemError{over};
    }
    if (written.what == Written::What::repeated) {
        co_return std::move(written.row);
    }
    follow(written.row);
    const auto done = std::make_shared<Signal>(executor_);
    const bool carriedOn = written.entered.carriedOn;
    run(complete(std::move(written.entered.entry), session, written.before, carriedOn, done),
        "checking what was handed in");
    co_await done->wait(wait);
    co_return co_await rowFor(who, id);
}

void VerificationEngine::dropped(const std::string& provider, const std::string& why) {
    spdlog::warn("a return to {} was dropped: {}", provider, why);
    if (options_.dropped) {
        options_.dropped(provider);
    }
}

asio::awaitable<void> VerificationEngine::complete(store::JournalRow entry, std::shared_ptr<const Session> session,
                                                   WasDropped before, bool resumed, std::shared_ptr<Signal> done) {
    const auto id = entry.verification;
    ++handedIn_[id];
    struct Noted {
        VerificationEngine& engine;
        const VerificationId& id;
        std::shared_ptr<Signal> done;
        ~Noted() {
            if (--engine.handedIn_[id] == 0) {
                engine.handedIn_.erase(id);
            }
            if (done) {
                done->give();
            }
        }
    };
    const Noted noted{*this, id, std::move(done)};
    const auto returned = returnFrom(entry.request);
    if (returned) {
        co_await completed(std::move(entry), std::move(session), *returned, before, resumed);
    }
}

asio::awaitable<void> VerificationEngine::completed(store::JournalRow entry, std::shared_ptr<const Session> session,
                                                    const providers::Return& returned, WasDropped before,
                                                    bool resumed) {
    const auto id = entry.verification;
    const auto within = session->provider->completionWithin();
    const auto end = entry.writtenAt + within;
    CallJournal journal{*this, entry, resumed, within.count() > 0};
    auto attempt = session->attempt;
    attempt.idempotencyKey = entry.key;
    Called<providers::Progress> called;
    for (auto wait = firstPause;; wait = std::min(wait * 2, longestPauseBetween)) {
        const auto context = contextOf(*session);
        auto exchange = session->provider->complete(context, attempt, returned);
        egress::Caller caller;
        caller.account = session->account->account.id;
        caller.journal = &journal;
        called = co_await call(std::move(exchange), std::move(caller));
        if (!called.value && !journal.pending().empty() && isNoAnswer(called.failure)) {
            called.failure = Failure::answerLost;
        }
        if (called.value || called.failure != Failure::providerUnreachable || clock_.now() + wait >= end) {
            break;
        }
        for (const auto next = clock_.now() + wait; clock_.now() < next;) {
            co_await pause(std::min<std::chrono::milliseconds>(next - clock_.now(), oneStep));
            if (stopping_) {
                abort();  // the next start goes on with it
            }
        }
        const auto query = [id](store::Reading& r) { return tables::findVerification(r, id); };
        const auto row = co_await read(query);
        if (!row || isFinal(row->state)) {
            break;  // cancelled meanwhile, say
        }
    }

    const bool isToken = std::holds_alternative<providers::TokenReturn>(returned);
    if (called.value && isToken && !isFinal(called.value->state) && attempt.providerKey.empty()) {
        // Neither an answer nor anything to ask by later.
        called.raw = called.value->raw;
        called.failure = Failure::providerBroken;
        called.value.reset();
    }
    const bool unanswered = !called.value && called.failure == Failure::providerUnreachable;
    Deed what;
    if (called.value && !called.value->dropped.empty()) {
        dropped(session->account->provider, called.value->dropped);
        what = deed(id, before, "system");
    } else if (called.value) {
        Raw raw{"verify", called.value->raw};
        what = deed(id, answerOf(*session, std::move(*called.value), claims::Channel::verify),
                    "provider:" + session->account->provider, std::move(raw));
    } else if (unanswered && within.count() > 0) {
        what = deed(id, HasExpired{}, "system", Raw{"failure", std::move(called.raw)});
    } else {
        what =
            deed(id, HasFailed{called.failure, called.providerCode}, "system", Raw{"failure", std::move(called.raw)});
    }
    // Without any answer the entry stays open: the next start asks again under the same key.
    Extra extra;
    std::string closed;
    if (const auto* token = std::get_if<providers::TokenReturn>(&returned)) {
        const auto normal = session->provider->normalToken(token->token.reveal());
        closed = closedToken(tokenDigest(*session->account, normal));
    }
    if (journal.answer() || !unanswered || within.count() > 0) {
        extra = [id, key = entry.key, closed, answer = journal.answer().value_or(""), pending = journal.pending(),
                 at = what.at](store::Transaction& t, const Settled&) {
            // Another verification may have carried it on meanwhile, and waits for the answer itself.
            if (const auto now = tables::findJournal(t, key); now && now->verification == id) {
                tables::closeJournal(t, key, closed, answer, at, withoutSecrets);
            }
            if (!pending.empty() && tables::findJournal(t, pending)) {
                tables::closeJournal(t, pending, "", "", at, withoutSecrets);  // it is not asked for any more
            }
        };
    }
    co_await settled(std::move(what), std::move(extra));
}

}  // namespace verdesk::backend
