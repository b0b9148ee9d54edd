#include "tests/e2e/support/branch.h"

#include "crypto/random.h"

#include <QFile>

#include <sstream>
#include <stdexcept>
#include <thread>
#include <utility>

namespace verdesk::test {

using nlohmann::json;
using std::chrono::milliseconds;

namespace {

constexpr const char* password = "correct horse battery 41";
constexpr std::chrono::seconds patience{10};
constexpr milliseconds pause{20};

std::string local(std::uint16_t port) {
    return "http://127.0.0.1:" + std::to_string(port);
}

std::string freshKey() {
    return crypto::uuid7(std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()));
}

[[noreturn]] void fail(const std::string& what, const HttpAnswer& answer) {
    throw std::runtime_error{what + ": " + std::to_string(answer.status) + " " + answer.body.substr(0, 500)};
}

void run(const QStringList& arguments, const std::string& input) {
    std::string output;
    if (Program::run(QStringLiteral("verdeskd"), arguments, input, output) != 0) {
        throw std::runtime_error{output};
    }
}

}  // namespace

Branch::Branch(const BranchPlan& plan)
    : provider_{plan.provider},
      sandbox_{QStringLiteral("verdesk-sandbox"), path("sandbox.log")},
      backend_{QStringLiteral("verdeskd"), path("verdeskd.log")} {
    sandboxReady_ = sandbox_.start({QStringLiteral("--settings-on-stdin")}, json{{provider_, plan.settings}}.dump());
    for (const auto& [name, text] : plan.secrets) {
        writeFile(name, text);
    }
    for (const auto& [name, text] : plan.programs) {
        writeFile(name, text, true);
    }
    writeFile("verdesk.toml", configText(plan));
    run({QStringLiteral("keys"), QStringLiteral("init"), path("master")}, {});
    addStaff("tina", "teller");
    addStaff("otto", "officer");
    backend_.start({QStringLiteral("serve"), QStringLiteral("--config"), path("verdesk.toml"),
                    QStringLiteral("--end-with-stdin")});
    teller_ = signIn("tina");
    officer_ = signIn("otto");
}

CaseId Branch::openCase() {
    const OpenCase wanted{std::to_string(100'000 + ++cases_), "account", "1", "en", "1"};
    const auto answer = tell(teller_, "/cases", toJson(wanted));
    if (answer.status != 201) {
        fail("opening a case", answer);
    }
    return CaseId{answer.json().at("id").get<std::string>()};
}

Case Branch::caseOf(const CaseId& id) {
    const auto answer = staffAsk("/cases/" + id.value);
    if (answer.status != 200) {
        fail("reading a case", answer);
    }
    const auto body = answer.json();
    return caseFrom(JsonReader{body});
}

HttpAnswer Branch::approve(const CaseId& id) {
    return tell(officer_, "/cases/" + id.value + "/decisions", toJson(Decide{DecisionKind::approve, "all is well"}));
}

HttpAnswer Branch::erase(const CaseId& id) {
    return tell(officer_, "/cases/" + id.value + "/erase", toJson(Erase{"the customer asked for it"}));
}

HttpAnswer Branch::tryStart(const CaseId& id, const StartVerification& what) {
    auto answer = tell(teller_, "/cases/" + id.value + "/verifications", toJson(what));
    if (answer.status == 201) {
        started_.emplace_back(answer.json().at("id").get<std::string>());
    }
    return answer;
}

Verification Branch::start(const CaseId& id, const StartVerification& what) {
    const auto answer = tryStart(id, what);
    if (answer.status != 201) {
        fail("starting a check", answer);
    }
    return until(started_.back(), [](const Verification& seen) { return seen.state != State::requesting; });
}

Verification Branch::look(const VerificationId& id) {
    const auto answer = staffAsk("/verifications/" + id.value);
    if (answer.status != 200) {
        fail("reading a check", answer);
    }
    const auto body = answer.json();
    return verificationFrom(JsonReader{body});
}

Verification Branch::until(const VerificationId& id, const std::function<bool(const Verification&)>& holds) {
    const auto end = std::chrono::steady_clock::now() + patience;
    auto seen = look(id);
    while (!holds(seen) && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(pause);
        seen = look(id);
    }
    return seen;
}

Verification Branch::reaches(const VerificationId& id, State state) {
    return until(id, [state](const Verification& seen) { return seen.state == state; });
}

void Branch::cancelAll() {
    for (const auto& id : std::exchange(started_, {})) {
        if (!isFinal(look(id).state)) {
            tell(teller_, "/verifications/" + id.value + "/cancel", json::object());
        }
    }
}

void Branch::report(const VerificationId& id, const json& seen) {
    const auto answer = tell(teller_, "/verifications/" + id.value + "/return", seen);
    if (answer.status != 200) {
        fail("reporting what the desk saw", answer);
    }
}

// Of one check one question is under way at a time, and one more behind it: with a request more than a question takes,
// the second has begun, and what came of the first is settled.
Verification Branch::asked(const VerificationId& id, int mostRequests) {
    const auto calls = [this, id] {
        return metric("verdesk_provider_calls_total{account=\"" + look(id).account + "\"");
    };
    for (int request = 0; request <= mostRequests; ++request) {
        const auto before = calls();
        close(id);
        until(id, [&](const Verification& seen) { return isFinal(seen.state) || calls() > before; });
    }
    return look(id);
}

json Branch::control(const std::string& method, const std::string& where, const json& body) {
    const auto url = sandboxReady_.at("control").get<std::string>() + "/" + provider_ + where;
    const auto answer = method == "GET" ? browse(url) : http_.sendJson(method, url, body);
    if (answer.status < 200 || answer.status > 299) {
        fail(method + " " + where, answer);
    }
    return answer.json();
}

HttpAnswer Branch::page(const std::string& method, const std::string& where, const json& body) {
    const auto url = sandboxReady_.at(provider_).at("base").get<std::string>() + where;
    return method == "GET" ? browse(url) : http_.sendJson(method, url, body);
}

void Branch::forward(milliseconds by) {
    const auto url = sandboxReady_.at("control").get<std::string>() + "/clock";
    const auto answer = http_.sendJson("POST", url, {{"advanceMs", by.count()}});
    if (answer.status != 200) {
        fail("moving the clock", answer);
    }
}

json Branch::deliveries() {
    return control("GET", "/deliveries").at("deliveries");
}

std::string Branch::publicOrigin() const {
    return local(publicPort_);
}

std::string Branch::hookUrl(const std::string& segment) const {
    return publicOrigin() + "/hooks/" + provider_ + "/" + segment;
}

HttpAnswer Branch::browse(const std::string& url) {
    return http_.send("GET", url);
}

int Branch::hooks(const std::string& account, const std::string& outcome) {
    return metric("verdesk_hooks_total{account=\"" + account + "\",outcome=\"" + outcome + "\"}");
}

bool Branch::reachesHooks(const std::string& account, const std::string& outcome, int count) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (hooks(account, outcome) < count && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(pause);
    }
    return hooks(account, outcome) >= count;
}

int Branch::metric(const std::string& start) {
    std::istringstream lines{browse(local(opsPort_) + "/metrics").body};
    int sum = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(start)) {
            sum += static_cast<int>(std::stod(line.substr(line.rfind(' '))));
        }
    }
    return sum;
}

std::string Branch::fileText(const std::string& name) const {
    QFile file{path(name)};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

// Readable by us alone, as the backend demands of everything secret.
void Branch::writeFile(const std::string& name, const std::string& text, bool canBeRun) const {
    QFile file{path(name)};
    const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(canBeRun ? mine | QFileDevice::ExeOwner : mine) ||
        file.write(QByteArray::fromStdString(text)) < 0) {
        throw std::runtime_error{"cannot write " + name};
    }
}

void Branch::removeFile(const std::string& name) const {
    QFile::remove(path(name));
}

std::string Branch::log() const {
    return fileText("verdeskd.log");
}

std::string Branch::end() {
    if (const int code = backend_.end(); code != 0) {
        return "verdeskd ended with " + std::to_string(code);
    }
    std::string output;
    const int checked =
        Program::run(QStringLiteral("verdeskd"),
                     {QStringLiteral("check-store"), QStringLiteral("--config"), path("verdesk.toml")}, {}, output);
    return checked == 0 ? std::string{} : output;
}

void Branch::addStaff(const char* name, const char* role) const {
    run({QStringLiteral("staff"), QStringLiteral("--config"), path("verdesk.toml"), QStringLiteral("add"),
         QString::fromLatin1(name), QStringLiteral("--display-name"), QString::fromLatin1(name),
         QStringLiteral("--role"), QString::fromLatin1(role), QStringLiteral("--branch"), QStringLiteral("city"),
         QStringLiteral("--password-stdin")},
        std::string{password} + "\n");
}

std::string Branch::signIn(const char* name) {
    SignIn who;
    who.name = name;
    who.password = password;
    who.counter = "1";
    who.branch = "city";
    who.deskVersion = "0.1.0";
    const auto answer =
        http_.sendJson("POST", local(staffPort_) + "/api/v1/sessions", toJson(who), {{"Verdesk-Desk", "0.1.0"}});
    if (answer.status != 201) {
        fail("signing in", answer);
    }
    return answer.json().at("token");
}

HttpAnswer Branch::staffAsk(const std::string& where) {
    return http_.send("GET", local(staffPort_) + "/api/v1" + where, {},
                      {{"Verdesk-Desk", "0.1.0"}, {"Authorization", "Bearer " + teller_}});
}

HttpAnswer Branch::tell(const std::string& session, const std::string& where, const json& body) {
    return http_.sendJson(
        "POST", local(staffPort_) + "/api/v1" + where, body,
        {{"Verdesk-Desk", "0.1.0"}, {"Authorization", "Bearer " + session}, {"Idempotency-Key", freshKey()}});
}

QString Branch::path(const std::string& name) const {
    return folder_.path() + QLatin1Char('/') + QString::fromStdString(name);
}

std::string Branch::configText(const BranchPlan& plan) const {
    return R"toml(
[institution]
name = "Acme Bank"
languages = ["en"]
reference = { pattern = "[0-9]{6}", example = "100482" }
consent = { version = "1", text = { en = "I agree." } }
attestation = { version = "1", text = { en = "The customer stands in front of me." } }
[branches]
city = "City"
[purposes]
account = { en = "Account opening" }
[limits]
requests_per_second = 100000
[providers]
timeout_ms = 5000
poll_speed = 0.01
[store]
sqlite = "store.db"
[keys]
master = { file = "master" }
version = 1
)toml" + std::string{"[listen]\nstaff = { port = "} +
           std::to_string(staffPort_) + " }\npublic = { port = " + std::to_string(publicPort_) + ", origin = \"" +
           publicOrigin() + "\" }\nops = { port = " + std::to_string(opsPort_) + " }\n" +
           plan.configuration(sandboxReady_.at(provider_).at("base"));
}

}  // namespace verdesk::test
