// A double of the verification service: keeps rows, calls nobody. Linked instead of the true one.
#include "backend/api/answer.h"
#include "backend/auth/policy.h"
#include "backend/events/build.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/verifications.h"
#include "crypto/random.h"
#include "tests/backend/api/harness.h"

#include <boost/asio/steady_timer.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

class VerificationEngine {
public:
    const Config& config;
    store::Store& store;
    const Clock& clock;
};

Verifications::Verifications(asio::any_io_executor, const Config& config, store::Store& store, egress::Egress&,
                             const Clock& clock, VerificationOptions)
    : engine_{std::make_shared<VerificationEngine>(VerificationEngine{config, store, clock})} {}
Verifications::~Verifications() = default;

namespace {

asio::awaitable<void> behave() {
    auto& fake = test::fake();
    if (fake.slowMs > 0) {
        asio::steady_timer timer{co_await asio::this_coro::executor, std::chrono::milliseconds{fake.slowMs}};
        co_await timer.async_wait(asio::use_awaitable);
    }
    if (fake.failOnce.exchange(false)) {
        throw ProblemError{{503, "account-down", "The provider does not answer", {}, {}}};
    }
    if (fake.crashOnce.exchange(false)) {
        throw std::runtime_error{"a double's mishap"};
    }
}

asio::awaitable<store::VerificationRow> rowOf(store::Store& store, Who who, VerificationId id) {
    const auto query = [id](store::Reading& r) { return tables::findVerification(r, id); };
    auto row = co_await store.read(query);
    if (!row || !mayTouch(who, row->branch)) {
        throw ProblemError{api::notFound()};
    }
    co_return std::move(*row);
}

asio::awaitable<void> move(store::Store& store, store::VerificationRow row, State to, Instant now) {
    if (isFinal(row.state)) {
        throw ProblemError{{409, "verification-over", "It is over", {}, {}}};
    }
    row.state = to;
    const auto change = [row, now](store::Transaction& t) {
        tables::update(t, row);
        t.append(event::ofVerification(event::typeFor(row.state), row, claims::Verdict::none,
                                       tables::evidenceDigest(t, row), systemActor(row.branch), now, newEventId(now)));
    };
    co_await store.write(change);
}

}  // namespace

asio::awaitable<Verification> Verifications::start(Who who, CaseId id, StartVerification start, std::string) {
    ++test::fake().starts;
    co_await behave();
    if (engine_->config.flow(start.flow) == nullptr) {
        throw ProblemError{{400, "flow-unknown", "There is no such flow", {}, "flow"}};
    }
    const auto now = engine_->clock.now();
    store::VerificationRow row;
    row.id = VerificationId{crypto::uuid7(now)};
    row.caseId = id;
    row.branch = who.branch;
    row.flow = start.flow;
    row.account = "passid_practice";
    row.provider = "passid";
    row.environment = Environment::practice;
    row.launch = start.launch;
    row.startedAt = now;
    row.startedBy = who.staff;
    const auto change = [row, who, now](store::Transaction& t) {
        const auto of = tables::findCase(t, row.caseId);
        if (!of || !mayTouch(who, of->branch)) {
            throw ProblemError{api::notFound()};
        }
        tables::insert(t, row);
        t.append(event::ofVerification(event::typeFor(row.state), row, of->verdict, {}, systemActor(row.branch), now,
                                       newEventId(now)));
    };
    co_await engine_->store.write(change);
    co_return view(row, engine_->config, now);
}

asio::awaitable<Verification> Verifications::token(Who who, VerificationId id, crypto::Secret, std::string) {
    ++test::fake().tokens;
    co_await behave();
    const auto row = co_await rowOf(engine_->store, who, id);
    co_await move(engine_->store, row, verdesk::State::verifying, engine_->clock.now());
    co_return co_await get(who, id);
}

asio::awaitable<Verification> Verifications::returned(Who who, VerificationId id, providers::Return, std::string) {
    co_await behave();
    co_return co_await get(who, id);
}

asio::awaitable<Verification> Verifications::renew(Who who, VerificationId id, std::string) {
    co_await behave();
    co_return co_await get(who, id);
}

asio::awaitable<Verification> Verifications::wentBack(Who who, VerificationId id) {
    return cancel(std::move(who), std::move(id));
}

asio::awaitable<std::optional<std::string>> Verifications::cameBack(std::string, std::string, bool) {
    co_return std::nullopt;
}

asio::awaitable<Verification> Verifications::cancel(Who who, VerificationId id) {
    co_await behave();
    const auto row = co_await rowOf(engine_->store, who, id);
    co_await move(engine_->store, row, verdesk::State::cancelled, engine_->clock.now());
    co_return co_await get(who, id);
}

asio::awaitable<Verification> Verifications::get(Who who, VerificationId id) {
    const auto row = co_await rowOf(engine_->store, who, id);
    co_return view(row, engine_->config, engine_->clock.now());
}

asio::awaitable<std::vector<UnmatchedResult>> Verifications::unmatched() {
    co_return std::vector<UnmatchedResult>{
        {"018f0000-0000-7000-8000-00000000000a", "passid_practice", "PASSID", {}, {"Ada Example"}, 2}};
}

asio::awaitable<Verification> Verifications::assign(Who who, std::string, VerificationId id) {
    co_return co_await get(std::move(who), std::move(id));
}

asio::awaitable<void> Verifications::dismiss(Who, std::string, std::string) {
    co_return;
}

asio::awaitable<void> Verifications::erase(Who, CaseId, std::string) {
    ++test::fake().erasures;
    co_return;
}

void Verifications::hookArrived(std::string, providers::Pushed) {}

asio::awaitable<void> Verifications::resume() {
    co_return;
}

asio::awaitable<void> Verifications::stop() {
    co_return;
}

std::size_t Verifications::openSessions() const {
    return 0;
}

Verification view(const store::VerificationRow& row, const Config&, Instant) {
    Verification view;
    view.id = row.id;
    view.caseId = row.caseId;
    view.flow = row.flow;
    view.account = row.account;
    view.environment = row.environment;
    view.launch = row.launch;
    view.state = row.state;
    view.verdict = row.verdict;
    view.startedAt = row.startedAt;
    view.startedBy = row.startedBy;
    return view;
}

}  // namespace verdesk::backend

namespace verdesk::backend::test {

FakeVerifications& fake() {
    static FakeVerifications behaviour;
    return behaviour;
}

}  // namespace verdesk::backend::test
