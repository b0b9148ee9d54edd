#pragma once
// The documents among the claims of a verification.

#include "contract/verification.h"

#include <QString>

#include <vector>

namespace verdesk::ui {

struct DocumentEntry {
    enum class State { kept, onItsWay, missing };
    QString label;          // "Document, front"
    std::string evidence;   // by which it is fetched; empty unless kept
    std::string mediaType;  // "image/jpeg"
    State state = State::kept;
    std::string why = {};  // it is missing: the word that stands with its claim
    bool operator==(const DocumentEntry&) const = default;

    bool isPicture() const;
};

// In the order of the page: front, back, further ones, numbered where there are several.
std::vector<DocumentEntry> documentsOf(const std::vector<claims::Claim>& claims);
// The claims that are no documents: what stands beside them.
std::vector<claims::Claim> withoutDocuments(const std::vector<claims::Claim>& claims);

}  // namespace verdesk::ui
