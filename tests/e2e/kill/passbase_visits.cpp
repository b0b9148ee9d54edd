// Visits to Passbase. It has no session before the customer is done: until then the backend looks for the identity, by
// the metadata that the button took along, or by the e-mail address that the hosted link did.
#include "tests/e2e/kill/counter.h"

namespace verdesk::test {

using nlohmann::json;

namespace {

// One who is approved, one about whom somebody has to decide, and one who is declined.
constexpr const char* people[]{"maja", "joao", "tilda"};

std::string originOf(const std::string& page) {
    return page.substr(0, page.find('/', page.find("//") + 2));
}

json pageMessage(const char* type, json data) {
    return {{"kind", "message"}, {"message", {{"type", type}, {"data", std::move(data)}}}};
}

}  // namespace

std::string Counter::sendIn(std::size_t place, const std::string& visit) {
    // Nobody else has this name: whoever gets another's result shows it.
    const auto surname = "Visitor-" + std::to_string(number_) + "-" + std::to_string(visits_);
    const auto answer = town_.sandbox(http_, "POST", "/passbase/sessions/" + visit + "/submit",
                                      {{"person", oneOf(people)}, {"datapoints", {{"last_name", surname}}}});
    auto key = answer.json().value("key", "");
    if (answer.status != 200 || key.empty()) {
        ledger_.fault("sending in: " + std::to_string(answer.status) + " " + answer.body.substr(0, 300));
        return {};
    }
    ledger_.change(place, [&](Visit& known) {
        known.session = key;
        known.surname = surname;
        known.mayEnd = {State::completed};
    });
    return key;
}

// The counter plays the page around the button: it hands over what the launch says, and forwards what comes back.
void Counter::buttonVisit() {
    const auto place = begin("passbase", LaunchKind::widget);
    const auto launch = place ? launchWith(*place, "page") : std::nullopt;
    if (!launch) {
        return;
    }
    const auto page = launch->value("page", "");
    browse(page);
    const auto opened = http_.sendJson("POST", originOf(page) + "/visits",
                                       launch->value(json::json_pointer{"/on/0/reply/data"}, json::object()));
    const auto visit = opened.json().value("id", "");
    if (visit.empty()) {
        ledger_.fault("opening the button: " + std::to_string(opened.status) + " " + opened.body.substr(0, 300));
        return;
    }
    const auto way = roll(7);
    if (way == 0) {
        cancel(*place, {State::cancelled});
        return;
    }
    if (way == 1) {
        town_.sandbox(http_, "POST", "/passbase/sessions/" + visit + "/fail");
        ledger_.change(*place, [](Visit& known) { known.mayEnd = {State::cancelled}; });
        report(*place, pageMessage("iframeError", json::array({"CANCELLED_BY_USER", {{"step", "RESOURCE"}}})));
        return;
    }
    const auto key = sendIn(*place, visit);
    if (key.empty()) {
        return;
    }
    switch (way) {
        case 2:
            cancel(*place, {State::completed, State::cancelled});
            break;
        case 3:
            report(*place, {{"kind", "closed"}});
            break;
        case 4:
            report(*place, pageMessage("iframeSubmitted", json::array({key})));
            report(*place, pageMessage("iframeFinish", json::array({key})));
            break;
        case 5:
            report(*place, pageMessage("iframeFinish", json::array({key})));
            break;
        default:
            break;  // the desk saw nothing: Passbase tells it, or is asked
    }
    if (roll(2) == 0) {
        watch(*place);
    }
}

void Counter::linkVisit() {
    const auto email = "visitor-" + std::to_string(number_) + "-" + std::to_string(visits_) + "@customers.example";
    const auto place = begin("passbase_link", LaunchKind::redirect, Answers{{"email", {email}}});
    const auto address = place ? launchText(*place, "url") : std::string{};
    if (address.empty()) {
        return;
    }
    browse(address);
    if (roll(5) == 0) {
        cancel(*place, {State::cancelled});
        return;
    }
    std::string visit;
    const auto listed = town_.sandbox(http_, "GET", "/passbase/sessions").json();
    for (const auto& each : listed.value("sessions", json::array())) {
        visit = each.value("email", "") == email ? each.value("id", "") : visit;
    }
    if (visit.empty()) {
        ledger_.fault("Passbase does not know a visit to its link");
        return;
    }
    if (sendIn(*place, visit).empty()) {
        return;
    }
    switch (roll(4)) {
        case 0:
            cancel(*place, {State::completed, State::cancelled});
            break;
        case 1:
            report(*place, {{"kind", "closed"}});
            break;
        default:
            break;
    }
    if (roll(2) == 0) {
        watch(*place);
    }
}

}  // namespace verdesk::test
