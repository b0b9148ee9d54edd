#include "tests/e2e/kill/counter.h"

#include "contract/case.h"
#include "crypto/random.h"

#include <thread>

namespace verdesk::test {

using nlohmann::json;
using std::chrono::milliseconds;

namespace {

constexpr std::chrono::seconds longest{60};

std::string freshKey() {
    return crypto::uuid7(std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()));
}

std::string describe(const char* what, const HttpAnswer& answer) {
    return std::string{what} + ": " + std::to_string(answer.status) + " " + answer.body.substr(0, 300);
}

}  // namespace

Counter::Counter(const Town& town, Ledger& ledger, int number, unsigned seed)
    : town_{town}, ledger_{ledger}, random_{seed}, number_{number} {}

void Counter::signIn() {
    session_ = town_.signIn(http_, std::to_string(number_));
}

int Counter::roll(int sides) {
    return std::uniform_int_distribution<int>{0, sides - 1}(random_);
}

void Counter::work(const std::atomic<bool>& ending) {
    while (!ending) {
        visit();
        std::this_thread::sleep_for(milliseconds{roll(40)});  // the next customer steps forward
    }
}

HttpAnswer Counter::acknowledged(const std::string& path, const json& body) {
    const auto key = freshKey();
    const auto end = std::chrono::steady_clock::now() + longest;
    for (int sent = 0;; ++sent) {
        const auto answer = town_.tell(http_, session_, path, body, key);
        ++ledger_.requests;
        ledger_.repeated += sent > 0 ? 1 : 0;
        if ((answer.came() && answer.status < 500) || std::chrono::steady_clock::now() > end) {
            return answer;
        }
        std::this_thread::sleep_for(milliseconds{10 + roll(20)});
    }
}

HttpAnswer Counter::answered(const std::string& path) {
    const auto end = std::chrono::steady_clock::now() + longest;
    while (true) {
        const auto answer = town_.ask(http_, session_, path);
        if ((answer.came() && answer.status < 500) || std::chrono::steady_clock::now() > end) {
            return answer;
        }
        std::this_thread::sleep_for(milliseconds{10 + roll(20)});
    }
}

void Counter::visit() {
    const auto kind = roll(30);
    if (kind < 14) {
        passidVisit(kind);
    } else if (kind < 17) {
        widgetVisit();
    } else if (kind < 20) {
        redirectVisit();
    } else if (kind < 23) {
        buttonVisit();
    } else if (kind < 26) {
        linkVisit();
    } else {
        frameVisit();
    }
    strayWebhooks();
}

void Counter::passidVisit(int kind) {
    const auto place = begin("passid", kind >= 8 && kind <= 12 ? LaunchKind::token : LaunchKind::qr);
    if (!place) {
        return;
    }
    switch (kind) {
        case 0:
        case 1:
        case 2:
            approve(*place, false);
            break;
        case 3:
            approve(*place, true);
            break;
        case 4:
            decline(*place);
            break;
        case 5:
            expire(*place);
            break;
        case 6:
            cancel(*place, {State::cancelled});
            break;
        case 7:
            // Both at once: whichever comes first.
            approve(*place, false);
            cancel(*place, {State::completed, State::cancelled});
            break;
        case 8:
        case 9:
            handIn(*place, newToken("one-time"), {State::completed});
            break;
        case 10:
            // Never the same twice: two customers with one token would be two keys for it.
            handIn(*place, "PASSID-AAAA-BBBB-" + std::to_string(1000 + number_) + "-" + std::to_string(1000 + visits_),
                   {State::declined});
            break;
        case 11:
            handIn(*place, newToken("sanctions"), {State::declined});
            break;
        case 12:
            typeAgain(*place);
            break;
        default:
            // A token while the code is on the screen, and the customer approves the code as well.
            awaitSession(*place);
            handIn(*place, newToken("one-time"), {State::completed});
            approve(*place, false);
            break;
    }
    if (roll(2) == 0) {
        watch(*place);
    }
}

std::optional<std::size_t> Counter::begin(const std::string& flow, LaunchKind launch, const Answers& answers) {
    const auto reference = 100'000 + number_ * 50'000 + visits_++;
    const auto opened = acknowledged("/cases", toJson(OpenCase{std::to_string(reference), "account", "1", "en", "1"}));
    if (opened.status != 201) {
        ledger_.fault(describe("opening a case", opened));
        return std::nullopt;
    }
    return beginIn(opened.json().value("id", ""), flow, launch, answers);
}

std::optional<std::size_t> Counter::beginIn(const std::string& caseId, const std::string& flow, LaunchKind launch,
                                            const Answers& answers) {
    Visit visit;
    visit.flow = flow;
    visit.caseId = caseId;
    const auto started =
        acknowledged("/cases/" + visit.caseId + "/verifications", toJson(StartVerification{flow, launch, answers}));
    if (started.status != 201) {
        ledger_.fault(describe("starting a verification", started));
        return std::nullopt;
    }
    const auto verification = started.json();
    visit.verification = verification.value("id", "");
    const auto place = ledger_.add(visit);
    ledger_.saw(place, visit, verification);
    return place;
}

std::optional<json> Counter::look(std::size_t place) {
    const auto before = ledger_.at(place);
    const auto answer = answered("/verifications/" + before.verification);
    if (answer.status != 200) {
        ledger_.fault(describe("an acknowledged verification", answer));
        return std::nullopt;
    }
    auto verification = answer.json();
    ledger_.saw(place, before, verification);
    return verification;
}

void Counter::awaitSession(std::size_t place) {
    const auto end = std::chrono::steady_clock::now() + longest;
    while (ledger_.at(place).session.empty() && std::chrono::steady_clock::now() < end) {
        const auto verification = look(place);
        if (!verification) {
            return;
        }
        for (const auto& launch : verification->value("launches", json::array())) {
            const auto link = launch.value("payload", "");
            if (const auto at = link.find("r="); at != std::string::npos) {
                const auto id = link.substr(at + 2, link.find('&', at) - at - 2);
                ledger_.change(place, [&](Visit& visit) { visit.session = id; });
            }
        }
        if (ledger_.at(place).session.empty()) {
            std::this_thread::sleep_for(milliseconds{10});
        }
    }
}

void Counter::approve(std::size_t place, bool sanctioned) {
    awaitSession(place);
    const auto session = ledger_.at(place).session;
    const char* const people[] = {"amina", "chidi", "esi"};
    const auto* person = sanctioned ? "viktor" : people[roll(3)];
    const auto answer = town_.sandbox(http_, "POST", "/passid/sessions/" + session + "/approve", {{"person", person}});
    if (answer.status != 200) {
        ledger_.fault(describe("approving", answer));
        return;
    }
    ledger_.change(place, [&](Visit& visit) {
        visit.mayEnd.insert(State::completed);
        visit.best = sanctioned ? claims::Verdict::blocked : claims::Verdict::pass;
    });
}

void Counter::decline(std::size_t place) {
    awaitSession(place);
    town_.sandbox(http_, "POST", "/passid/sessions/" + ledger_.at(place).session + "/decline");
    ledger_.change(place, [](Visit& visit) { visit.mayEnd = {State::declined}; });
}

void Counter::expire(std::size_t place) {
    awaitSession(place);
    town_.sandbox(http_, "POST", "/passid/sessions/" + ledger_.at(place).session + "/expire");
    ledger_.change(place, [](Visit& visit) { visit.mayEnd = {State::expired}; });
}

void Counter::cancel(std::size_t place, std::set<State> mayEnd) {
    const auto before = ledger_.at(place);
    const auto answer = acknowledged("/verifications/" + before.verification + "/cancel", json::object());
    if (answer.status == 200 || answer.status == 202) {
        ledger_.saw(place, before, answer.json());
    } else if (answer.status == 409) {
        ledger_.saw(place, before, answer.json().value("verification", json::object()));
    } else {
        ledger_.fault(describe("cancelling", answer));
    }
    ledger_.change(place, [&](Visit& visit) { visit.mayEnd = std::move(mayEnd); });
}

std::string Counter::newToken(const char* kind) {
    const auto answer = town_.sandbox(http_, "POST", "/passid/tokens", {{"kind", kind}, {"person", "amina"}});
    if (answer.status != 201) {
        ledger_.fault(describe("making a token", answer));
    }
    return answer.json().value("token", "");
}

void Counter::handIn(std::size_t place, const std::string& token, std::set<State> mayEnd) {
    const auto before = ledger_.at(place);
    const auto path = "/verifications/" + before.verification + "/token";
    auto answer = acknowledged(path, {{"token", token}});
    const auto end = std::chrono::steady_clock::now() + longest;
    while (answer.status == 409 && answer.json().value("code", "") == "token-under-way" &&
           std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(milliseconds{20});
        answer = acknowledged(path, {{"token", token}});  // another act, with a key of its own
    }
    if (answer.status == 200 || answer.status == 202) {
        ledger_.saw(place, before, answer.json());
    } else {
        ledger_.fault(describe("handing in a token", answer));
    }
    ledger_.change(place, [&](Visit& visit) {
        visit.token = token;
        visit.mayEnd = std::move(mayEnd);
    });
}

// Cancelled while the token may be on its way, and typed again in a new verification of the same case: whatever became
// of the first one, PASSID hears one key, and the claims come.
void Counter::typeAgain(std::size_t place) {
    const auto token = newToken("one-time");
    handIn(place, token, {State::completed});
    cancel(place, {State::completed, State::cancelled});
    const auto first = ledger_.at(place);
    if (first.seen != State::cancelled) {
        return;
    }
    if (const auto again = beginIn(first.caseId, "passid", LaunchKind::token)) {
        handIn(*again, token, {State::completed});
    }
}

void Counter::watch(std::size_t place) {
    for (int i = 0; i < 100 && !isFinal(ledger_.at(place).seen); ++i) {
        if (!look(place)) {
            return;
        }
        std::this_thread::sleep_for(milliseconds{20});
    }
}

void Counter::strayWebhooks() {
    if (roll(3) != 0) {
        return;
    }
    const json data{{"requestId", "req_of_nobody"}, {"claims", {{"sanctions_clear", false}}}};
    const json event{{"event_id", freshKey()}, {"event_type", "verification.completed"}, {"data", data}};
    if (town_.push(http_, event, town_.webhookSecret()).status == 200) {
        ++ledger_.hooks;
    }
    const auto forged = town_.push(http_, event, "whsec_of_somebody_else");
    if (forged.came() && forged.status != 401) {
        ledger_.fault(describe("a forged webhook", forged));
    }
}

}  // namespace verdesk::test
