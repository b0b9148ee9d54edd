#include "ui/documents/document_entry.h"

#include "ui/parts/words.h"

#include <algorithm>
#include <array>
#include <map>

namespace verdesk::ui {
namespace {

bool isWithdrawn(const claims::Claim& claim) {
    const auto found = claim.verbatim.is_object() ? claim.verbatim.find("withdrawn") : claim.verbatim.end();
    return claim.verbatim.is_object() && found != claim.verbatim.end() && found->is_boolean() && found->get<bool>();
}

DocumentEntry entryOf(const claims::Claim& claim) {
    const auto& document = std::get<claims::Document>(claim.value);
    using State = DocumentEntry::State;
    return {Words::claimLabel(claim.name), document.evidence, document.mediaType,
            !document.evidence.empty() ? State::kept
            : isWithdrawn(claim)       ? State::withdrawn
                                       : State::onItsWay};
}

auto rankOf(const claims::Claim& claim) {
    static constexpr std::array order{claims::name::documentFront, claims::name::documentBack};
    return std::find(order.begin(), order.end(), claim.name);
}

}  // namespace

bool DocumentEntry::isPicture() const {
    return mediaType == "image/jpeg" || mediaType == "image/png";
}

std::vector<DocumentEntry> documentsOf(const std::vector<claims::Claim>& claims) {
    auto documents = claims;
    std::erase_if(documents, [](const auto& each) { return !std::holds_alternative<claims::Document>(each.value); });
    std::stable_sort(documents.begin(), documents.end(),
                     [](const auto& a, const auto& b) { return rankOf(a) < rankOf(b); });
    std::vector<DocumentEntry> entries;
    for (const auto& each : documents) {
        entries.push_back(entryOf(each));
    }
    std::map<QString, int> total;
    for (const auto& each : entries) {
        ++total[each.label];
    }
    std::map<QString, int> seen;
    for (auto& each : entries) {
        if (const auto label = each.label; total[label] > 1) {
            each.label += QStringLiteral(" %1").arg(++seen[label]);
        }
    }
    return entries;
}

std::vector<claims::Claim> withoutDocuments(const std::vector<claims::Claim>& claims) {
    auto others = claims;
    std::erase_if(others, [](const auto& each) { return std::holds_alternative<claims::Document>(each.value); });
    return others;
}

}  // namespace verdesk::ui
