// Visits in which the customer uses a provider's page: a widget that only the provider's pingback settles, and a
// redirect that comes back with a code which may be exchanged once.
#include "tests/e2e/kill/counter.h"

#include <thread>

namespace verdesk::test {

using nlohmann::json;
using std::chrono::milliseconds;

std::optional<json> Counter::launchWith(std::size_t place, const char* member) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (std::chrono::steady_clock::now() < end) {
        const auto verification = look(place);
        if (!verification || isFinal(ledger_.at(place).seen)) {
            return std::nullopt;
        }
        for (const auto& launch : verification->value("launches", json::array())) {
            if (launch.contains(member)) {
                return launch;
            }
        }
        std::this_thread::sleep_for(milliseconds{10});
    }
    ledger_.fault(ledger_.at(place).verification + " has no launch with " + member);
    return std::nullopt;
}

std::string Counter::launchText(std::size_t place, const char* member) {
    const auto launch = launchWith(place, member);
    return launch ? launch->value(member, "") : std::string{};
}

void Counter::report(std::size_t place, const json& seen) {
    const auto before = ledger_.at(place);
    const auto answer = acknowledged("/verifications/" + before.verification + "/return", seen);
    if (answer.status == 200 || answer.status == 202) {
        ledger_.saw(place, before, answer.json());
    } else if (answer.status != 409) {  // it ended by another way meanwhile
        ledger_.fault("reporting a return: " + std::to_string(answer.status) + " " + answer.body.substr(0, 300));
    }
}

// As a browser does that a person reloads until something comes.
void Counter::browse(const std::string& address) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (std::chrono::steady_clock::now() < end) {
        const auto answer = http_.send("GET", address);
        if (answer.came() && answer.status < 500) {
            return;
        }
        std::this_thread::sleep_for(milliseconds{10 + roll(20)});
    }
    ledger_.fault("nothing answers to a browser");
}

void Counter::widgetVisit() {
    const auto place = begin("passport_io", LaunchKind::widget);
    const auto page = place ? launchText(*place, "page") : std::string{};
    if (page.empty()) {
        return;
    }
    browse(page);
    switch (roll(4)) {
        case 0:
            cancel(*place, {State::cancelled});
            return;
        case 1:
            report(*place, {{"kind", "closed"}});
            break;
        default:
            break;
    }
    const auto name = ledger_.at(*place).verification;
    const auto answer =
        town_.sandbox(http_, "POST", "/passport_io/sessions/" + name + "/complete", {{"person", "ada"}});
    if (answer.status != 200) {
        ledger_.fault("sending: " + std::to_string(answer.status) + " " + answer.body.substr(0, 300));
    }
    // A pingback is not signed: it proves nothing for certain.
    ledger_.change(*place, [](Visit& visit) {
        visit.mayEnd = {State::completed};
        visit.best = claims::Verdict::review;
    });
    if (roll(2) == 0) {
        watch(*place);
    }
}

void Counter::redirectVisit() {
    const auto place = begin("authenteq", LaunchKind::redirect);
    const auto address = place ? launchText(*place, "url") : std::string{};
    if (address.empty()) {
        return;
    }
    browse(address);
    const auto at = address.find("state=") + 6;
    const auto state = address.substr(at, address.find('&', at) - at);
    std::string back;
    const auto listed = town_.sandbox(http_, "GET", "/authenteq/sessions").json();
    for (const auto& each : listed.at("sessions")) {
        if (each.at("state") == state) {
            const auto id = each.at("id").get<std::string>();
            back = town_.sandbox(http_, "POST", "/authenteq/sessions/" + id + "/approve").json().value("redirect", "");
        }
    }
    if (back.empty()) {
        ledger_.fault("the identity server does not know a visit that it was asked for");
        return;
    }
    // A kill between the exchange of the code and its answer loses the code; it is never tried a second time.
    ledger_.change(*place, [](Visit& visit) { visit.mayEnd = {State::completed, State::failed}; });
    const auto way = roll(3);
    if (way != 0) {
        report(*place, {{"kind", "redirect"}, {"url", back}});
    }
    if (way != 1) {
        browse(back);
    }
    if (roll(2) == 0) {
        watch(*place);
    }
}

}  // namespace verdesk::test
