#include "backend/events/event.h"

#include "contract/json_reader.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace verdesk::backend {
namespace {

using nlohmann::json;

constexpr int formVersion = 1;
constexpr std::array<std::string_view, 10> members{"v",      "id",   "at",           "actor", "counter",
                                                   "branch", "case", "verification", "type",  "data"};

// A floating-point number has more than one text, so it may not be in what is hashed.
bool hasFloat(const json& value) {
    if (value.is_number_float()) {
        return true;
    }
    return value.is_structured() && std::any_of(value.begin(), value.end(), hasFloat);
}

}  // namespace

std::string canonical(const Event& event) {
    if (!event.data.is_object() || hasFloat(event.data)) {
        throw std::logic_error{"the data of an event is an object without floating-point numbers"};
    }
    const json whole{{"v", formVersion},           {"id", event.id.value},
                     {"at", toText(event.at)},     {"actor", event.actor},
                     {"counter", event.counter},   {"branch", event.branch},
                     {"case", event.caseId.value}, {"verification", event.verification.value},
                     {"type", event.type},         {"data", event.data}};
    return whole.dump();  // nlohmann's objects are sorted, and its text has no blanks
}

crypto::Digest leafHash(std::string_view canonicalForm) {
    return crypto::sha256({crypto::viewOf(std::string_view{"\0", 1}), crypto::viewOf(canonicalForm)});
}

Event eventFrom(std::string_view canonicalForm) {
    const auto whole = parseJson(canonicalForm);
    const JsonReader reader{whole};
    for (const auto& [member, value] : whole.items()) {
        if (std::find(members.begin(), members.end(), member) == members.end()) {
            throw MemberError{member, "is no member of an event"};
        }
    }
    if (reader.requiredInteger("v") != formVersion) {
        throw MemberError{"v", "is a version that this program does not know"};
    }
    Event event;
    event.id = EventId{reader.requiredText("id")};
    event.at = reader.requiredInstant("at");
    event.actor = reader.requiredText("actor");
    event.counter = reader.requiredText("counter");
    event.branch = reader.requiredText("branch");
    event.caseId = CaseId{reader.requiredText("case")};
    event.verification = VerificationId{reader.requiredText("verification")};
    event.type = reader.requiredText("type");
    event.data = reader.requiredObject("data").json();
    if (hasFloat(event.data)) {
        throw MemberError{"data", "has a floating-point number"};
    }
    return event;
}

}  // namespace verdesk::backend
