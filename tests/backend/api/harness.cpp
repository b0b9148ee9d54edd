#include "tests/backend/api/harness.h"

#include "backend/egress/driver.h"
#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/practice/practice_config.h"
#include "backend/store/tables/cases.h"
#include "crypto/random.h"
#include "sandbox/passid/passid.h"
#include "tests/support/untouched.h"

#include <QtGlobal>

namespace verdesk::backend::test {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

constexpr crypto::ScryptCost cheap{16, 1, 1};

Config testConfig(const std::filesystem::path& folder) {
    const auto told = sandbox::passid::practiceOf("http://127.0.0.1:1/passid", crypto::Secret{"sk_sandbox_invented"},
                                                  crypto::Secret{"whsec_invented"}, "0123456789abcdef01234567");
    PracticeProvider passid{told.provider, told.configuration, {}};
    for (const auto& [name, secret] : told.secrets) {
        passid.secrets.emplace(name, crypto::Secret{std::string{secret}});
    }
    return practiceConfig({folder, "http://127.0.0.1:1/phone"},
                          crypto::Secret{crypto::toBase64(crypto::Key::random().bytes())}, {passid});
}

}  // namespace

Harness::Harness(std::function<void(Config&)> change) : config{testConfig(folder_.path().toStdString())} {
    if (change) {
        change(config);
    }
    fake().starts = fake().tokens = fake().slowMs = 0;
    fake().failOnce = fake().crashOnce = false;
    store = std::make_unique<store::Store>(context_.get_executor(),
                                           store::Options{config.place, config.master, config.masterVersion});
    passwords_ = std::make_unique<PasswordWorker>(cheap);
    sessions = std::make_unique<Sessions>(config, *store, clock, *passwords_, Throttle{}, std::chrono::milliseconds{0});
    verifications = std::make_unique<Verifications>(context_.get_executor(), config, *store,
                                                    verdesk::test::untouched<egress::Egress>(), clock);
    api = std::make_unique<api::StaffApi>(api::Parts{config, *store, clock, *sessions, *verifications,
                                                     [](const std::string&) { return Answering::answering; }});
    http::Options options;
    options.limits.bodyBytes = config.limits.bodyBytes;
    options.limits.headerTime = std::chrono::milliseconds{1'500};
    options.limits.bodyTime = std::chrono::milliseconds{1'500};
    options.describe = [this](int status, std::string_view why) { return api->describe(status, why); };
    server = std::make_unique<http::Server>(context_.get_executor(), api->router(), options);
    thread_ = std::thread{[this] { context_.run(); }};
    addStaff();
}

Harness::~Harness() {
    asio::post(context_, [this] { api->stop(); });
    run([this] { return server->stop(std::chrono::milliseconds{500}); });
    run([this]() -> asio::awaitable<void> {
        server.reset();
        api.reset();
        verifications.reset();
        sessions.reset();
        co_return;
    });
    store.reset();
    work_.reset();
    thread_.join();
}

void Harness::addStaff() {
    StaffAdmin admin{config, *store, clock, cheap};
    const auto add = [&](const char* name, Role role, std::vector<std::string> branches) {
        run([&] {
            return admin.add({name, std::string{name} + " of the tests", role, branches}, crypto::Secret{password});
        });
    };
    add("teller", Role::teller, {"012"});
    add("officer", Role::officer, {"012", "013"});
    add("admin", Role::admin, {"012"});
    add("neighbour", Role::teller, {"013"});
    add("neighbour-officer", Role::officer, {"013"});
}

std::string Harness::signIn(const std::string& name, const std::string& branch) {
    auto answer = client().post("/api/v1/sessions", toJson(SignIn{"password", name, password, "C1", branch, "0.1.0"}));
    if (answer.status != 201) {
        qFatal("sign-in refused: %d %s", answer.status, answer.body.c_str());
    }
    return answer.json().at("token");
}

HttpClient Harness::client(const std::string& token) {
    return {"127.0.0.1", server->port(), token};
}

VerificationId Harness::addVerification(const std::string& caseId, State state, claims::Verdict verdict) {
    store::VerificationRow row;
    row.id = VerificationId{crypto::uuid7(clock.now())};
    row.caseId = CaseId{caseId};
    row.flow = "passid";
    row.provider = "passid";
    row.account = "passid_practice";
    row.environment = Environment::practice;
    row.launch = LaunchKind::qr;
    row.state = State::requesting;
    row.startedAt = clock.now();
    const auto now = clock.now();
    run([&]() -> asio::awaitable<void> {
        const auto change = [row, state, verdict, now](store::Transaction& t) mutable {
            auto of = tables::findCase(t, row.caseId);
            row.branch = of->branch;
            tables::insert(t, row);
            t.append(event::ofVerification(event::verificationStarted, row, of->verdict, {}, systemActor(row.branch),
                                           now, newEventId(now)));
            row.state = state;
            row.verdict = verdict;
            if (isFinal(state)) {
                row.endedAt = now;
            }
            tables::update(t, row);
            of->verdict = claims::worse(of->verdict, verdict);
            tables::update(t, *of);
            t.append(event::ofVerification(event::typeFor(state), row, of->verdict, tables::evidenceDigest(t, row),
                                           systemActor(row.branch), now, newEventId(now)));
        };
        co_await store->write(change);
    });
    return row.id;
}

void Harness::worsen(const VerificationId& id, claims::Verdict verdict) {
    const auto now = clock.now();
    run([&]() -> asio::awaitable<void> {
        const auto change = [id, verdict, now](store::Transaction& t) {
            auto row = tables::findVerification(t, id);
            auto of = tables::findCase(t, row->caseId);
            row->verdict = claims::worse(row->verdict, verdict);
            of->verdict = claims::worse(of->verdict, verdict);
            const bool reopens = of->state == CaseState::closed;
            of->state = CaseState::open;
            tables::update(t, *row);
            tables::update(t, *of);
            t.append(event::ofVerification(event::verificationWorsened, *row, of->verdict,
                                           tables::evidenceDigest(t, *row), systemActor(row->branch), now,
                                           newEventId(now)));
            if (reopens) {
                t.append(event::ofCaseReopened(*of, systemActor(of->branch), now, newEventId(now)));
            }
        };
        co_await store->write(change);
    });
}

nlohmann::json openCaseBody(const std::string& reference) {
    return toJson(OpenCase{reference, "loan_application", "practice-1", "en", "practice-1"});
}

}  // namespace verdesk::backend::test
