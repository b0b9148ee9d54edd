#include "contract/unmatched.h"

namespace verdesk {

nlohmann::json toJson(const Unmatched& unmatched) {
    return {{"id", unmatched.id.value},       {"account", unmatched.account},
            {"provider", unmatched.provider}, {"receivedAt", toText(unmatched.receivedAt)},
            {"names", unmatched.names},       {"documents", unmatched.documents}};
}

Unmatched unmatchedFrom(const JsonReader& reader) {
    return {UnmatchedId{reader.requiredText("id")},
            reader.text("account").value_or(""),
            reader.text("provider").value_or(""),
            reader.requiredInstant("receivedAt"),
            reader.texts("names"),
            reader.integer("documents").value_or(0)};
}

}  // namespace verdesk
