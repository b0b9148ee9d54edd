// Visits to Identomat's page in a frame. It says no more than that the customer is done: what came of it is asked for.
#include "tests/e2e/kill/counter.h"

namespace verdesk::test {

namespace {

// One who is approved, one about whom somebody has to decide, and one who is rejected.
constexpr const char* people[]{"nino", "jonas", "sofia"};

}  // namespace

void Counter::frameVisit() {
    const auto place = begin("identomat", LaunchKind::widget);
    const auto page = place ? launchText(*place, "page") : std::string{};
    const auto at = page.find("session_token=");
    if (at == std::string::npos) {
        if (!page.empty()) {
            ledger_.fault("Identomat's page has no session: " + page);
        }
        return;
    }
    const auto token = page.substr(at + 14, page.find('&', at) - at - 14);
    ledger_.change(*place, [&](Visit& visit) { visit.session = token; });
    browse(page);
    const auto control = "/identomat/sessions/" + token;
    const auto way = roll(7);
    if (way == 0) {
        cancel(*place, {State::cancelled});
        return;
    }
    if (way == 1) {
        town_.sandbox(http_, "POST", control + "/disagree");
        ledger_.change(*place, [](Visit& visit) { visit.mayEnd = {State::cancelled}; });
    } else {
        const auto answer = town_.sandbox(http_, "POST", control + "/finish", {{"person", oneOf(people)}});
        if (answer.status != 200) {
            ledger_.fault("finishing: " + std::to_string(answer.status) + " " + answer.body.substr(0, 300));
            return;
        }
        ledger_.change(*place, [](Visit& visit) { visit.mayEnd = {State::completed}; });
    }
    switch (way) {
        case 2:
            cancel(*place, {State::completed, State::cancelled});
            break;
        case 3:
        case 4:
            report(*place, {{"kind", "closed"}});  // what "DONE" means to the desk
            break;
        default:
            break;  // the desk saw nothing: Identomat tells it, or is asked
    }
    if (roll(2) == 0) {
        watch(*place);
    }
}

}  // namespace verdesk::test
