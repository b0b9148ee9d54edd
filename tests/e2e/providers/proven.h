#pragma once
// What a check proved, in few words to compare.

#include "contract/verification.h"

#include <algorithm>
#include <string>

namespace verdesk::test {

// A text or a date that the provider vouches for; empty where there is none of that name.
inline std::string proven(const Verification& seen, std::string_view name) {
    const auto* claim = claims::find(seen.claims, name);
    if (claim == nullptr || claim->status != claims::Status::proven) {
        return {};
    }
    if (const auto* date = std::get_if<claims::Date>(&claim->value)) {
        return date->value;
    }
    const auto* text = std::get_if<claims::Text>(&claim->value);
    return text == nullptr ? std::string{} : text->value;
}

inline bool isProven(const Verification& seen, std::string_view flag) {
    const auto* claim = claims::find(seen.claims, flag);
    return claim != nullptr && claim->status == claims::Status::proven &&
           claim->value == claims::Value{claims::Flag{true}};
}

// The text that stands in the first claim of that name, whoever says so.
inline std::string said(const Verification& seen, std::string_view name) {
    const auto* claim = claims::find(seen.claims, name);
    const auto* text = claim == nullptr ? nullptr : std::get_if<claims::Text>(&claim->value);
    return text == nullptr ? std::string{} : text->value;
}

// The answer to the question of that title.
inline std::string answerTo(const Verification& seen, std::string_view question) {
    for (const auto& claim : seen.claims) {
        const auto* text = std::get_if<claims::Text>(&claim.value);
        if (claim.name == claims::name::answer && claim.label == question && text != nullptr) {
            return text->value;
        }
    }
    return {};
}

inline claims::Document documentOf(const Verification& seen, std::string_view name) {
    const auto* claim = claims::find(seen.claims, name);
    const auto* document = claim == nullptr ? nullptr : std::get_if<claims::Document>(&claim->value);
    return document == nullptr ? claims::Document{} : *document;
}

// Why a document is not there; empty where nothing says so.
inline std::string whyNotKept(const Verification& seen, std::string_view name) {
    const auto* claim = claims::find(seen.claims, name);
    const bool says = claim != nullptr && claim->status == claims::Status::missing && claim->verbatim.is_object();
    return says ? claim->verbatim.value("not_kept", "") : std::string{};
}

inline bool hasReason(const Verification& seen, const std::string& rule) {
    return std::any_of(seen.reasons.begin(), seen.reasons.end(),
                       [&](const claims::Reason& reason) { return reason.rule == rule; });
}

// For the line that a failing test prints.
inline std::string describe(const Verification& seen) {
    return toJson(seen).dump(1);
}

}  // namespace verdesk::test
