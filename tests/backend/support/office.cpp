#include "tests/backend/support/office.h"

#include "backend/events/build.h"
#include "backend/store/feed.h"
#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/waiting.h"
#include "crypto/digest.h"
#include "crypto/random.h"

namespace verdesk::test {

namespace asio = boost::asio;
using namespace backend;
namespace tables = store::tables;

// The driver's time is the same that is moved by hand.
struct Office::Timing : egress::Timing {
    explicit Timing(FakeTime& fake) : time{fake} {}
    egress::Moment now() const override {
        return egress::Moment{time.now().time_since_epoch()};
    }
    asio::awaitable<void> wait(egress::Millis by) override {
        co_await waitUntil(time, time.now() + by);
    }
    FakeTime& time;
};

Office::Office(std::optional<store::Place> place) : timing_{std::make_unique<Timing>(time)} {
    config.institution.name = "Acme Bank";
    config.practice = false;
    config.place = place ? *place : store::SqliteFile{(folder.path() + QStringLiteral("/store.db")).toStdString()};
    AccountConfig account;
    account.provider = "passid";
    account.account.id = "passid_main";
    account.account.options = {{"base_url", "https://passid.example"}};
    account.account.secrets["key"] = {crypto::Secret{"sk_sandbox_1"}};
    account.account.secrets["webhook_secret"] = {crypto::Secret{"whsec_new"}, crypto::Secret{"whsec_old"}};
    account.hookSegment = "seg";
    config.accounts["passid_main"] = account;
    FlowConfig flow;
    flow.title.byLanguage["en"] = "PASSID";
    flow.account = "passid_main";
    flow.flow.id = "passid";
    flow.flow.launches = {LaunchKind::qr, LaunchKind::token};
    flow.flow.asks = {"identity_verified", "sanctions_clear", "fraud_risk"};
    flow.flow.options = nlohmann::json::object();
    flow.digest = "d1";
    config.flows = {flow};
    config.adapters["browser"] = &browserProvider();
    config.publicOrigin = "https://desk.bank.example";
    AccountConfig browser;
    browser.provider = "browser";
    browser.account.id = "browser_main";
    browser.account.options = nlohmann::json::object();
    browser.hookSegment = "told";
    config.accounts["browser_main"] = browser;
    config.adapters["scripted"] = &scripted;
    AccountConfig ofScript;
    ofScript.provider = "scripted";
    ofScript.account.id = "scripted_main";
    ofScript.account.options = nlohmann::json::object();
    ofScript.hookSegment = "script";
    config.accounts["scripted_main"] = ofScript;
    flow.flow.id = "scripted";
    flow.account = "scripted_main";
    flow.flow.launches = {LaunchKind::widget};
    flow.flow.asks = {"full_name"};
    config.flows.push_back(flow);
    flow.flow.id = "browser";
    flow.account = "browser_main";
    flow.flow.launches = {LaunchKind::widget, LaunchKind::redirect};
    flow.flow.asks = {"full_name"};
    flow.flow.keep = {true, true};
    config.flows.push_back(flow);
    who.staff = StaffId{crypto::uuid7(time.now())};
    who.displayName = "Tina Teller";
    who.role = Role::teller;
    who.branch = "city";
    who.counter = "3";
    start();
}

Office::~Office() {
    killAnother();
    kill();
}

void Office::kill() {
    receiver.reset();
    service.reset();
    bury(std::move(egress));
    store.reset();
    time.drain();
}

void Office::bury(std::unique_ptr<egress::Egress> dead) {
    if (dead) {
        graveyard.push_back(std::move(dead));
    }
}

void Office::speakToAnother() {
    if (!another_) {
        another_ = std::make_unique<Replica>();
        std::swap(store, another_->store);
        std::swap(egress, another_->egress);
        std::swap(service, another_->service);
        std::swap(receiver, another_->receiver);
        start();
        return;
    }
    std::swap(store, another_->store);
    std::swap(egress, another_->egress);
    std::swap(service, another_->service);
    std::swap(receiver, another_->receiver);
}

void Office::killAnother() {
    if (another_) {
        another_->receiver.reset();
        another_->service.reset();
        bury(std::move(another_->egress));
        another_->store.reset();
        another_.reset();
        time.drain();
    }
}

Replica::~Replica() = default;

void Office::start() {
    store = std::make_unique<store::Store>(io.get_executor(), store::Options{config.place, master, 1, 2, 512});
    egress::Policy policy;
    policy.retry.sendings = 2;
    egress = std::make_unique<egress::Egress>(
        web, *timing_, [] { return 0.5; }, policy);
    VerificationOptions options;
    options.alarms = &time;
    options.answerWait = std::chrono::milliseconds{60};
    service = std::make_unique<Verifications>(io.get_executor(), config, *store, *egress, time, options);
    receiver = std::make_unique<HookReceiver>(
        config, *store, time,
        [mine = service.get()](std::string hook, providers::Pushed pushed) {
            mine->hookArrived(std::move(hook), std::move(pushed));
        },
        [this](const std::string&, HookOutcome outcome) { received.push_back(outcome); },
        [this](providers::Relay message) -> asio::awaitable<Sent> {
            relayed.push_back(std::move(message));
            co_return sends;
        });
    run(service->resume());
}

CaseId Office::openCase(const std::string& reference) {
    store::CaseRow row;
    row.id = CaseId{crypto::uuid7(time.now())};
    row.branch = who.branch;
    row.reference = reference;
    row.purpose = "account";
    row.environment = Environment::sandbox;
    row.openedBy = who.staff;
    row.openedByName = who.displayName;
    row.openedAt = row.updatedAt = time.now();
    row.consentVersion = "1";
    row.consentLanguage = "de";
    row.attestationVersion = "1";
    const Actor actor{who.staff.value, who.counter, who.branch};
    write([row, actor](store::Transaction& t) mutable {
        row.number = tables::freeNumber(t, row.branch);
        tables::insert(t, row);
        t.append(event::ofCaseOpened(row, actor, row.openedAt, newEventId(row.openedAt)));
    });
    return row.id;
}

asio::awaitable<void> Office::closesAndErases(CaseId id) {
    const auto change = closes(id);
    co_await store->write(change);
    co_await service->erase(who, id, "asked for");
}

std::function<void(store::Transaction&)> Office::closes(const CaseId& id) const {
    const Actor actor{who.staff.value, who.counter, who.branch};
    return [id, actor, now = time.now()](store::Transaction& t) {
        auto row = *tables::findCase(t, id);
        row.state = CaseState::closed;
        tables::update(t, row);
        t.append(event::ofCaseClosed(row, actor, now, newEventId(now)));
    };
}

void Office::closeCase(const CaseId& id) {
    write(closes(id));
}

store::CaseRow Office::caseRow(const CaseId& id) {
    return *read([id](store::Reading& r) { return tables::findCase(r, id); });
}

store::VerificationRow Office::row(const VerificationId& id) {
    return *read([id](store::Reading& r) { return tables::findVerification(r, id); });
}

std::vector<std::string> Office::rawAnswers(const VerificationId& id) {
    const auto rows = read([id](store::Reading& r) { return tables::rawAnswersOf(r, id); });
    std::vector<std::string> what;
    for (const auto& each : rows) {
        what.push_back(each.what);
    }
    return what;
}

std::vector<std::string> Office::events(const VerificationId& id) {
    std::vector<std::string> types;
    const auto slice = run(store->feed().after(0, std::chrono::milliseconds{2000}));
    for (const auto& entry : slice.entries) {
        if (entry.verification == id) {
            types.push_back(entry.type);
        }
    }
    return types;
}

std::vector<std::string> Office::eventsOf(const CaseId& id) {
    std::vector<std::string> types;
    const auto slice = run(store->feed().after(0, std::chrono::milliseconds{2000}));
    for (const auto& entry : slice.entries) {
        if (entry.caseId == id && entry.verification.empty()) {
            types.push_back(entry.type);
        }
    }
    return types;
}

std::string Office::earlier(const VerificationId& id) {
    auto texts = read([id](store::Reading& r) {
        return store::select(r, "canonical",
                             "from events where verification_id = :id and type = 'verification.verifying'", id);
    });
    std::string found;
    for (auto& row : texts) {
        std::string text;
        row.into(text);
        found = eventFrom(text).data.value("earlier", found);
    }
    return found;
}

std::int64_t Office::hooks(store::HookState state) {
    return read([state](store::Reading& r) { return tables::countHooks(r, state); });
}

std::vector<std::string> Office::faults() {
    return read([](store::Reading& r) { return checkStore(r); }).faults;
}

std::size_t Office::unanswered() {
    return read([](store::Reading& r) { return tables::unansweredJournal(r); }).size();
}

Verification Office::startQr(const CaseId& id) {
    return answered(run(service->start(who, id, {"passid", LaunchKind::qr}, crypto::uuid7(time.now()))),
                    State::requesting);
}

Verification Office::startToken(const CaseId& id) {
    return answered(run(service->start(who, id, {"passid", LaunchKind::token}, crypto::uuid7(time.now()))),
                    State::requesting);
}

Verification Office::startBrowser(const CaseId& id) {
    return answered(run(service->start(who, id, {"browser", LaunchKind::redirect}, crypto::uuid7(time.now()))),
                    State::requesting);
}

Verification Office::returned(const VerificationId& id, providers::Return what, const std::string& key) {
    return run(service->returned(who, id, std::move(what), key));
}

bool Office::cameBack(const std::string& url, bool back, const std::string& provider) {
    const auto language = run(service->cameBack(provider, url, back));
    settleDown();
    return language.has_value();
}

int Office::tell(const nlohmann::json& body) {
    http::Request request;
    request.method = "POST";
    request.parameters = {{"provider", "browser"}, {"segment", "told"}};
    request.body = body.dump();
    request.peer = "198.51.100.7";
    const auto status = run(receiver->receive(std::move(request))).status;
    until([&] { return hooks(store::HookState::received) == 0; });
    settleDown();
    return status;
}

Verification Office::startScripted(const CaseId& id, StartVerification more) {
    more.flow = "scripted";
    more.launch = LaunchKind::widget;
    return answered(run(service->start(who, id, std::move(more), crypto::uuid7(time.now()))), State::requesting);
}

int Office::tellScripted(const nlohmann::json& body) {
    http::Request request;
    request.method = "POST";
    request.parameters = {{"provider", "scripted"}, {"segment", "script"}};
    request.body = body.dump();
    const auto status = run(receiver->receive(std::move(request))).status;
    settleDown();
    return status;
}

void Office::erase(const CaseId& id, const std::string& reason) {
    run(service->erase(who, id, reason));
    settleDown();
}

Verification Office::token(const VerificationId& id, const std::string& text, const std::string& key) {
    return answered(run(service->token(who, id, crypto::Secret{std::string{text}}, key)), State::verifying);
}

Verification Office::answered(Verification seen, State whileAsked) {
    if (seen.state != whileAsked || passid.troubled()) {
        return seen;
    }
    until([&] { return row(seen.id).state != whileAsked || passid.troubled(); });
    return get(seen.id);
}

Verification Office::cancel(const VerificationId& id) {
    return run(service->cancel(who, id));
}

Verification Office::get(const VerificationId& id) {
    return run(service->get(who, id));
}

std::string Office::problemOf(const std::function<void()>& work) {
    try {
        work();
        return {};
    } catch (const ProblemError& error) {
        return error.problem().code;
    }
}

int Office::push(const nlohmann::json& event, const std::string& secret) {
    const auto body = event.dump();
    const auto digest = crypto::hmacSha256(crypto::viewOf(secret), crypto::viewOf(body));
    return pushBody(body, "sha256=" + crypto::toHex(digest));
}

int Office::pushBody(const std::string& body, const std::string& signature, const std::string& segment) {
    http::Request request;
    request.method = "POST";
    request.parameters = {{"provider", "passid"}, {"segment", segment}};
    request.headers = {{"Host", "desk.bank.example"}, {"X-PASSID-Signature", signature}};
    request.body = body;
    return run(receiver->receive(std::move(request))).status;
}

nlohmann::json Office::completed(const std::string& id, const nlohmann::json& claims, const std::string& requestId,
                                 const std::string& token) {
    nlohmann::json data{{"proofType", "wallet"}, {"claims", claims}};
    if (!requestId.empty()) {
        data["requestId"] = requestId;
    }
    if (!token.empty()) {
        data["token"] = token;
    }
    return {{"event_id", id}, {"event_type", "verification.completed"}, {"data", data}};
}

bool Office::until(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        io.restart();
        io.run_one_for(std::chrono::milliseconds{20});
    }
    return true;
}

bool Office::reaches(const VerificationId& id, State state) {
    return until([&] { return row(id).state == state; });
}

void Office::advance(std::chrono::milliseconds by) {
    time.advance(by);
    settleDown();
}

void Office::advance(std::chrono::milliseconds by, std::chrono::milliseconds step) {
    for (; by.count() > 0; by -= step) {
        advance(std::min(by, step));
    }
}

void Office::settleDown() {
    // A write of ours goes through the same queue as everything that was accepted before it.
    for (int i = 0; i < 3; ++i) {
        time.drain();
        write([](store::Transaction&) {});
    }
    time.drain();
}

}  // namespace verdesk::test
