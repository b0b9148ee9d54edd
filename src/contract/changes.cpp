#include "contract/changes.h"

namespace verdesk {

nlohmann::json toJson(const Changes& changes) {
    nlohmann::json items = nlohmann::json::array();
    for (const auto& change : changes.changes) {
        nlohmann::json item{{"at", change.at},
                            {"type", change.type},
                            {"case", change.caseId.value},
                            {"verdict", toWord(change.verdict)}};
        if (!change.verification.empty()) {
            item["verification"] = change.verification.value;
            item["state"] = toWord(change.state);
        }
        items.push_back(std::move(item));
    }
    return {{"cursor", changes.cursor}, {"changes", std::move(items)}};
}

Changes changesFrom(const JsonReader& reader) {
    Changes changes;
    changes.cursor = reader.requiredInteger("cursor");
    for (const auto& item : reader.objects("changes")) {
        changes.changes.push_back(
            {item.integer("at").value_or(0), item.text("type").value_or(""), CaseId{item.text("case").value_or("")},
             VerificationId{item.text("verification").value_or("")}, item.word("state", State::unknown),
             item.has("verdict") ? item.word("verdict", claims::Verdict::review) : claims::Verdict::none});
    }
    return changes;
}

}  // namespace verdesk
