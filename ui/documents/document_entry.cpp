#include "ui/documents/document_entry.h"

#include "ui/parts/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace verdesk::ui {
namespace {

// The member, where the verbatim form has it in that type.
template <class T>
std::optional<T> memberOf(const claims::Claim& claim, const char* name) {
    const auto& object = claim.verbatim;
    const auto found = object.is_object() ? object.find(name) : object.end();
    if (!object.is_object() || found == object.end()) {
        return std::nullopt;
    }
    const auto* value = found->get_ptr<const T*>();
    return value != nullptr ? std::optional{*value} : std::nullopt;
}

DocumentEntry entryOf(const claims::Claim& claim) {
    const auto& document = std::get<claims::Document>(claim.value);
    using State = DocumentEntry::State;
    DocumentEntry entry{Words::claimLabel(claim), document.evidence, document.mediaType, State::kept};
    if (!document.evidence.empty()) {
        return entry;
    }
    auto why =
        memberOf<bool>(claim, "withdrawn").value_or(false) ? std::optional<std::string>{"withdrawn"} : std::nullopt;
    for (const auto* member : {"not_fetched", "not_kept"}) {
        why = why ? why : memberOf<std::string>(claim, member);
    }
    entry.state = why ? State::missing : State::onItsWay;
    entry.why = why.value_or("");
    return entry;
}

auto rankOf(const claims::Claim& claim) {
    namespace name = claims::name;
    static constexpr std::array order{name::documentFront, name::documentBack, name::faceImage, name::faceVideo};
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
    entries.reserve(documents.size());
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
