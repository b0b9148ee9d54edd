#include "contract/claim_json.h"

namespace verdesk {
namespace {

using nlohmann::json;
using namespace claims;

struct ValueToJson {
    json operator()(std::monostate) const {
        return nullptr;
    }
    json operator()(const Flag& flag) const {
        return {{"kind", "flag"}, {"value", flag.value}};
    }
    json operator()(const Score& score) const {
        json out{{"kind", "score"}, {"value", score.value}};
        const auto add = [&](const char* name, const std::optional<double>& number) {
            if (number) {
                out[name] = *number;
            }
        };
        add("low", score.low);
        add("high", score.high);
        add("scaleLow", score.scaleLow);
        add("scaleHigh", score.scaleHigh);
        add("confidence", score.confidence);
        add("declineBelow", score.declineBelow);
        add("acceptFrom", score.acceptFrom);
        return out;
    }
    json operator()(const Tier& tier) const {
        return {{"kind", "tier"}, {"value", tier.value}};
    }
    json operator()(const Amount& amount) const {
        return {{"kind", "amount"}, {"value", amount.value}, {"currency", amount.currency}};
    }
    json operator()(const Text& text) const {
        return {{"kind", "text"}, {"value", text.value}};
    }
    json operator()(const Date& date) const {
        return {{"kind", "date"}, {"value", date.value}};
    }
    json operator()(const Document& document) const {
        return {{"kind", "document"}, {"evidence", document.evidence}, {"mediaType", document.mediaType}};
    }
};

Value valueFrom(const JsonReader& value) {
    const auto kind = value.requiredText("kind");
    if (kind == "flag") {
        return Flag{value.requiredFlag("value")};
    }
    if (kind == "score") {
        const auto number = value.number("value");
        if (!number) {
            throw MemberError{value.pathOf("value"), "is missing"};
        }
        return Score{*number,
                     value.number("low"),
                     value.number("high"),
                     value.number("scaleLow"),
                     value.number("scaleHigh"),
                     value.number("confidence"),
                     value.number("declineBelow"),
                     value.number("acceptFrom")};
    }
    if (kind == "tier") {
        return Tier{value.requiredText("value")};
    }
    if (kind == "amount") {
        return Amount{value.requiredText("value"), value.text("currency").value_or("")};
    }
    if (kind == "text") {
        return Text{value.requiredText("value")};
    }
    if (kind == "date") {
        return Date{value.requiredText("value")};
    }
    if (kind == "document") {
        return Document{value.requiredText("evidence"), value.text("mediaType").value_or("")};
    }
    return std::monostate{};  // a kind of a newer backend: its status still shows, its value does not
}

}  // namespace

json toJson(const Claim& claim) {
    return {{"name", claim.name},
            {"value", std::visit(ValueToJson{}, claim.value)},
            {"status", toWord(claim.status)},
            {"path", claim.path},
            {"verbatim", claim.verbatim},
            {"label", claim.label}};
}

Claim claimFrom(const JsonReader& reader) {
    Claim claim;
    claim.name = reader.requiredText("name");
    if (const auto value = reader.object("value")) {
        claim.value = valueFrom(*value);
    }
    claim.status = reader.word("status", Status::unknown);
    claim.path = reader.text("path").value_or("");
    claim.verbatim = reader.json().value("verbatim", nlohmann::json{});
    claim.label = reader.text("label").value_or("");
    return claim;
}

json toJson(const Reason& reason) {
    return {{"rule", reason.rule}, {"claim", reason.claim}};
}

Reason reasonFrom(const JsonReader& reader) {
    return {reader.requiredText("rule"), reader.text("claim").value_or("")};
}

}  // namespace verdesk
