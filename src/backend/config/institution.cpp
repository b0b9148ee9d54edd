// [institution], [branches] and [purposes].
#include "backend/config/parts.h"

#include <algorithm>
#include <regex>

namespace verdesk::backend::parts {
namespace {

bool isWord(const std::string& id) {
    return !id.empty() && id.size() <= 40 && std::all_of(id.begin(), id.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

void readReference(Table table, Institution& institution) {
    institution.referencePattern =
        table.requiredText("pattern", "a regular expression for your customer ids, such as \"[0-9]{6}-[A-Z]\"");
    institution.referenceExample = table.requiredText("example", "a made-up customer id that the pattern accepts");
    table.finish();
    if (institution.referencePattern.empty()) {
        return;
    }
    try {
        const std::regex pattern{institution.referencePattern, std::regex::ECMAScript};
        if (!institution.referenceExample.empty() && !std::regex_match(institution.referenceExample, pattern)) {
            table.complain("example", "does not match the pattern: one of the two is wrong");
        }
    } catch (const std::regex_error& error) {
        table.complain("pattern", std::string{"is no regular expression: "} + error.what());
    }
}

Wording readWording(Table table, const std::vector<std::string>& languages) {
    Wording wording;
    wording.version = table.requiredText("version", "a name for this wording; give another one when the text changes");
    wording.text = table.requiredLocalized("text", languages);
    table.finish();
    return wording;
}

void readLanguages(Table& table, Institution& institution) {
    institution.languages = table.texts("languages");
    if (institution.languages.empty()) {
        table.complain("languages", "needs at least one language, such as [\"en\"]");
    }
    for (const auto& language : institution.languages) {
        const bool good = language.size() == 2 && std::islower(static_cast<unsigned char>(language[0])) != 0 &&
                          std::islower(static_cast<unsigned char>(language[1])) != 0;
        if (!good) {
            table.complain("languages", "\"" + language + "\" is no language code of two letters, such as \"en\"");
        }
    }
}

void readBranches(Table branches, Config& config) {
    if (!branches.present() || branches.keys().empty()) {
        branches.complain({}, "is missing or empty: name each branch, \"012\" = \"Market Square\"");
        return;
    }
    for (const auto& id : branches.keys()) {
        auto name = branches.requiredText(id, "the branch's name");
        if (id.empty() || id.size() > 40) {
            branches.complain(id, "a branch's id has 1 to 40 characters");
        }
        config.branches.push_back({id, std::move(name)});
    }
}

void readPurposes(Table purposes, Institution& institution) {
    if (!purposes.present() || purposes.keys().empty()) {
        purposes.complain({}, "is missing or empty: account_opening = { en = \"Account opening\" }");
        return;
    }
    for (const auto& id : purposes.keys()) {
        if (!isWord(id)) {
            purposes.complain(id, "a purpose's id has only a-z, 0-9, _ and -, at most 40 of them");
        }
        institution.purposes.push_back({id, purposes.requiredLocalized(id, institution.languages)});
    }
}

}  // namespace

void readInstitution(Table& root, Config& config) {
    auto& institution = config.institution;
    auto table = root.table("institution");
    institution.name = table.requiredText("name", "what customers know you by; they read it on their phone");
    institution.accent = table.text("accent").value_or("");
    static const std::regex colour{"#[0-9A-Fa-f]{6}"};
    if (!institution.accent.empty() && !std::regex_match(institution.accent, colour)) {
        table.complain("accent", "must be a colour such as \"#0b6e4f\"");
    }
    readLanguages(table, institution);
    readReference(table.table("reference"), institution);
    institution.consent = readWording(table.table("consent"), institution.languages);
    institution.attestation = readWording(table.table("attestation"), institution.languages);
    table.finish();
    readBranches(root.table("branches"), config);
    readPurposes(root.table("purposes"), institution);
}

}  // namespace verdesk::backend::parts
