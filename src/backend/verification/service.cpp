#include "backend/verification/service.h"

#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/subjects.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/answers.h"
#include "backend/verification/engine.h"
#include "backend/verification/handed_in.h"
#include "claims/verdict.h"
#include "contract/problem.h"
#include "crypto/random.h"

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

[[noreturn]] void refuse(int status, const char* code, const char* title, const char* member = "") {
    Problem problem;
    problem.status = status;
    problem.code = code;
    problem.title = title;
    problem.member = member;
    throw ProblemError{problem};
}

Environment environmentOf(const Config& config, const AccountConfig& account, const providers::Provider& provider) {
    if (config.practice) {
        return Environment::practice;
    }
    return account.account.environment == Environment::unknown ? provider.environmentOf(account.account)
                                                               : account.account.environment;
}

struct Opened {
    VerificationId id;
    bool isNew = true;
};

// What the flow takes, as its provider says.
struct Takes {
    bool knownAlone = false;  // customers whom the account knows, and nobody else
    bool participants = false;
};

// The check that a person is added to: one that runs, of the same flow in the same case, and nobody's participant
// itself.
void requireParent(store::Transaction& t, const store::VerificationRow& row, const Takes& takes) {
    const auto parent = tables::findVerification(t, row.parent);
    if (!parent || parent->caseId != row.caseId) {
        refuse(400, "member-invalid", "There is no such verification in this case", "parent");
    }
    if (!takes.participants || parent->flow != row.flow || !parent->parent.empty()) {
        refuse(400, "participants-not-taken", "Nobody can be added to this verification", "parent");
    }
    if (isFinal(parent->state)) {
        refuse(409, "verification-over", "The verification has ended", "parent");
    }
    if (parent->providerKey.empty()) {
        refuse(409, "not-awaiting", "The verification does not wait for the customer", "parent");
    }
}

// The row as it begins, in an open case of the person's branch. The same act again finds what it began the first time.
Opened open(store::Transaction& t, const store::VerificationRow& row, const Takes& takes, const std::string& act,
            const Actor& actor) {
    auto owner = tables::findCase(t, row.caseId);
    if (!owner || owner->branch != row.branch) {
        refuse(404, "not-found", "There is no such case");
    }
    if (const auto before = tables::findJournal(t, act)) {
        return {before->verification, false};
    }
    if (owner->verdict == claims::Verdict::blocked) {
        refuse(409, "case-blocked", "The case is blocked");
    }
    if (owner->state != CaseState::open) {
        refuse(409, "case-closed", "The case is closed");
    }
    if (takes.knownAlone && tables::personOf(t, row.account, owner->reference).empty()) {
        refuse(409, "customer-not-known", "This flow is for customers whom an earlier check made known", "flow");
    }
    if (!row.parent.empty()) {
        requireParent(t, row, takes);
    }
    tables::insert(t, row);
    tables::insertJournal(t, {act, row.id, row.caseId, startedAct, "", row.startedAt, row.startedAt});
    owner->updatedAt = row.startedAt;
    tables::update(t, *owner);
    t.append(event::ofVerification(event::verificationStarted, row, owner->verdict, tables::evidenceDigest(t, row),
                                   actor, row.startedAt, newEventId(row.startedAt)));
    return {row.id, true};
}

}  // namespace

Verifications::Verifications(asio::any_io_executor executor, const Config& config, store::Store& store,
                             egress::Egress& egress, const Clock& clock, VerificationOptions options)
    : engine_{std::make_shared<VerificationEngine>(std::move(executor), config, store, egress, clock, options)} {
    engine_->connect();
}

Verifications::~Verifications() {
    engine_->abandon();
}

asio::awaitable<Verification> Verifications::start(Who who, CaseId id, StartVerification start, std::string key) {
    const auto engine = engine_;
    const auto& config = engine->config_;
    const auto* flow = config.flow(start.flow);
    if (flow == nullptr) {
        refuse(400, "flow-unknown", "There is no such flow", "flow");
    }
    const auto& launches = flow->flow.launches;
    if (std::find(launches.begin(), launches.end(), start.launch) == launches.end()) {
        refuse(400, "launch-not-offered", "The flow does not offer this", "launch");
    }
    store::VerificationRow row;
    row.flow = flow->flow.id;
    row.account = flow->account;
    row.launch = start.launch;
    const auto* account = config.account(flow->account);
    row.provider = account == nullptr ? std::string{} : account->provider;
    row.id = VerificationId{crypto::uuid7(engine->clock_.now())};
    const auto session = engine->sessionOf(row);
    if (!session) {
        refuse(503, "account-down", "The flow's account is not configured");
    }
    if (engine->egress_.spares(row.account)) {
        refuse(503, "account-down", "The flow's provider did not answer lately and is left alone for a moment");
    }
    row.caseId = id;
    row.branch = who.branch;
    row.counter = who.counter;
    row.flowDigest = flow->digest;
    row.rulesVersion = claims::rulesVersion;
    row.environment = environmentOf(config, *account, *session->provider);
    row.startedAt = engine->clock_.now();
    row.nextPollAt = row.startedAt + looksAfterItself;
    row.startedBy = who.staff;
    row.startedByName = who.displayName;
    row.details.asks = flow->flow.asks;
    row.details.answers = checkedAnswers(session->provider->forms(flow->flow), start.answers);
    row.details.userAgent = who.userAgent;
    row.parent = start.parent;
    const Takes takes{session->provider->needsKnown(flow->flow), session->provider->takesParticipants(flow->flow)};

    const Actor actor{who.staff.value, who.counter, who.branch};
    const auto act = keyOfAct(engine->store_.keys().commonKey("acts"), who.staff, id.value, key);
    const auto change = [row, takes, act, actor](store::Transaction& t) { return open(t, row, takes, act, actor); };
    const auto opened = co_await engine->write(change);
    if (opened.isNew) {
        const auto done = std::make_shared<Signal>(engine->executor_);
        engine->run(engine->begin(row.id, session, done), "opening a session");
        co_await done->wait(engine->options_.answerWait);
    }
    const auto now = co_await engine->rowFor(who, opened.id);
    co_return view(now, config, engine->clock_.now());
}

asio::awaitable<Verification> Verifications::token(Who who, VerificationId id, crypto::Secret token, std::string key) {
    const auto engine = engine_;
    providers::Return returned{providers::TokenReturn{std::move(token)}};
    const auto row = co_await engine->handIn(std::move(who), std::move(id), std::move(returned), std::move(key),
                                             engine->options_.answerWait);
    co_return view(row, engine->config_, engine->clock_.now());
}

asio::awaitable<Verification> Verifications::returned(Who who, VerificationId id, providers::Return returned,
                                                      std::string key) {
    const auto engine = engine_;
    if (std::holds_alternative<providers::ClosedReturn>(returned)) {
        // That it was closed says that it ended, and not how: the provider is asked.
        const auto row = co_await engine->rowFor(who, id);
        co_await engine->wasClosed(row, who);
        const auto now = co_await engine->rowFor(who, id);
        co_return view(now, engine->config_, engine->clock_.now());
    }
    const auto row = co_await engine->handIn(std::move(who), std::move(id), std::move(returned), std::move(key),
                                             engine->options_.answerWait);
    co_return view(row, engine->config_, engine->clock_.now());
}

asio::awaitable<Verification> Verifications::renew(Who who, VerificationId id, std::string key) {
    const auto engine = engine_;
    const auto row = co_await engine->renew(std::move(who), std::move(id), std::move(key));
    co_return view(row, engine->config_, engine->clock_.now());
}

asio::awaitable<Verification> Verifications::wentBack(Who who, VerificationId id) {
    const auto engine = engine_;
    co_await engine->rowFor(who, id);
    co_await engine->wentBack(id, who.staff.value, who.counter);
    const auto row = co_await engine->rowFor(who, id);
    co_return view(row, engine->config_, engine->clock_.now());
}

asio::awaitable<std::optional<std::string>> Verifications::cameBack(std::string provider, std::string url, bool back) {
    const auto engine = engine_;
    co_return co_await engine->cameBack(std::move(provider), std::move(url), back);
}

asio::awaitable<Verification> Verifications::cancel(Who who, VerificationId id) {
    const auto engine = engine_;
    co_await engine->rowFor(who, id);
    auto what = engine->deed(id, IsCancelled{}, who.staff.value);
    what.counter = who.counter;
    const auto outcome = co_await engine->settled(std::move(what));
    auto seen = view(*outcome.row, engine->config_, engine->clock_.now());
    if (!outcome.changed) {
        Problem over;
        over.status = 409;
        over.code = "verification-over";
        over.title = "The verification has ended";
        over.extra["verification"] = toJson(seen);
        throw ProblemError{over};
    }
    co_return seen;
}

asio::awaitable<Verification> Verifications::get(Who who, VerificationId id) {
    const auto engine = engine_;
    const auto row = co_await engine->rowFor(who, id);
    co_return view(row, engine->config_, engine->clock_.now());
}

asio::awaitable<std::vector<UnmatchedResult>> Verifications::unmatched() {
    const auto engine = engine_;
    co_return co_await engine->unmatched();
}

asio::awaitable<Verification> Verifications::assign(Who who, std::string hook, VerificationId id) {
    const auto engine = engine_;
    const auto row = co_await engine->assign(std::move(who), std::move(hook), std::move(id));
    co_return view(row, engine->config_, engine->clock_.now());
}

asio::awaitable<void> Verifications::dismiss(Who who, std::string hook, std::string reason) {
    const auto engine = engine_;
    co_await engine->dismiss(std::move(who), std::move(hook), std::move(reason));
}

asio::awaitable<void> Verifications::erase(Who who, CaseId id, std::string reason) {
    const auto engine = engine_;
    co_await engine->erase(std::move(who), std::move(id), std::move(reason));
}

void Verifications::hookArrived(std::string hook, providers::Pushed pushed) {
    engine_->hookArrived(std::move(hook), std::move(pushed));
}

asio::awaitable<void> Verifications::resume() {
    const auto engine = engine_;
    co_await engine->resume();
}

asio::awaitable<void> Verifications::stop() {
    const auto engine = engine_;
    co_await engine->stop();
}

std::size_t Verifications::openSessions() const {
    return engine_->poller_->size();
}

}  // namespace verdesk::backend
