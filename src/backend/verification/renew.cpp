// A fresh page for a verification that waits: its provider's page opens once, or has expired.
#include "backend/verification/engine.h"

#include "backend/store/tables/cases.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/handed_in.h"
#include "contract/problem.h"

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

// Below what a desk waits for an answer. What comes later is kept all the same, and given to whoever asks again.
constexpr std::chrono::seconds longestWait{8};

[[noreturn]] void refuse(int status, const char* code, const char* title) {
    Problem problem;
    problem.status = status;
    problem.code = code;
    problem.title = title;
    throw ProblemError{problem};
}

struct Found {
    std::optional<store::VerificationRow> row;
    std::optional<store::CaseRow> owner;
    bool isDone = false;  // by the same act
};

}  // namespace

struct VerificationEngine::Renewal {
    VerificationId id;
    CaseId caseId;
    std::string act;
    std::string actor;
    std::string counter;
    std::shared_ptr<const Session> session;
};

asio::awaitable<store::VerificationRow> VerificationEngine::renew(Who who, VerificationId id, std::string key) {
    const auto act = keyOfAct(store_.keys().commonKey("acts"), who.staff, id.value, key);
    const auto query = [id, act](store::Reading& r) {
        Found found;
        found.row = tables::findVerification(r, id);
        if (found.row) {
            found.owner = tables::findCase(r, found.row->caseId);
            found.isDone = tables::findJournal(r, act).has_value();
        }
        return found;
    };
    auto found = co_await read(query);
    if (!found.row || !found.owner || found.row->branch != who.branch) {
        refuse(404, "not-found", "There is no such verification");
    }
    auto& row = *found.row;
    if (found.isDone) {
        co_return std::move(row);
    }
    if (!isPage(row.launch)) {
        refuse(400, "launch-not-offered", "Only a page can be given anew");
    }
    if (isFinal(row.state)) {
        Problem over;
        over.status = 409;
        over.code = "verification-over";
        over.title = "The verification has ended";
        over.extra["verification"] = toJson(view(row, config_, clock_.now()));
        throw ProblemError{over};
    }
    if (row.state != State::awaiting) {
        refuse(409, "not-awaiting", "The verification does not wait for the customer");
    }
    if (found.owner->verdict == claims::Verdict::blocked) {
        refuse(409, "case-blocked", "The case is blocked");
    }
    const auto session = sessionOf(row);
    if (!session) {
        refuse(503, "account-down", "The flow's account is not configured");
    }
    if (egress_.spares(row.account)) {
        refuse(503, "account-down", "The flow's provider did not answer lately and is left alone for a moment");
    }
    const auto what =
        std::make_shared<const Renewal>(Renewal{id, row.caseId, act, who.staff.value, who.counter, session});
    const auto done = std::make_shared<Signal>(executor_);
    run(renewed(what, done), "asking for a fresh page");
    co_await done->wait(longestWait);
    found = co_await read(query);
    if (!found.row) {
        refuse(404, "not-found", "There is no such verification");
    }
    if (!found.isDone && found.row->state == State::awaiting) {
        refuse(503, "account-down", "The flow's provider gave no fresh page");
    }
    co_return std::move(*found.row);
}

asio::awaitable<void> VerificationEngine::renewed(std::shared_ptr<const Renewal> what, std::shared_ptr<Signal> done) {
    struct Told {
        Signal& done;
        ~Told() {
            done.give();
        }
    };
    const Told told{*done};
    const auto context = contextOf(*what->session);
    const auto subject = co_await subjectOf(*what->session);
    auto exchange = what->session->provider->begin(context, subject);
    egress::Caller caller;
    caller.account = what->session->account->account.id;
    auto called = co_await call(std::move(exchange), std::move(caller));
    if (!called.value) {
        co_return;  // what there is stands
    }
    const auto forgets = forgetting(*what->session, called.value->providerKey);
    Raw raw{"begin", called.value->raw};
    auto happened = deed(what->id, HasRenewed{std::move(*called.value)}, what->actor, std::move(raw));
    happened.counter = what->counter;
    const Extra once = [what, forgets, at = happened.at](store::Transaction& t, const Settled& settled) {
        if (settled.changed) {
            tables::insertJournal(t, {what->act, what->id, what->caseId, startedAct, "", at, at});
        }
        if (forgets) {
            forgets(t, settled);
        }
    };
    const auto outcome = co_await settled(std::move(happened), once);
    if (outcome.row && outcome.row->erased) {
        forgetsArrived();
    }
}

}  // namespace verdesk::backend
