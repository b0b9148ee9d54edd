#include "providers/identomat/screening.h"

#include <algorithm>

namespace verdesk::providers::identomat {
namespace {

using namespace claims;

constexpr std::size_t mostEntries = 100;  // more than anybody reads

bool isCleared(const JsonReader& match, const AccountSettings& settings) {
    const auto status = match.text("reviewStatus").value_or("");
    const auto& words = settings.clearedStatuses;
    return std::find(words.begin(), words.end(), status) != words.end();
}

// "Ada Okoro, score 0.92, open, 4711"
Claim listingOf(const JsonReader& match, std::size_t index) {
    std::string text = match.text("name").value_or("");
    const auto add = [&](const std::string& part) { text += part.empty() ? "" : (text.empty() ? "" : ", ") + part; };
    if (match.number("score")) {
        add("score " + match.json().at("score").dump());
    }
    add(match.text("reviewStatus").value_or(""));
    const auto person = match.json().find("personId");
    if (person != match.json().end() && !person->is_null()) {
        add(person->is_string() ? person->get<std::string>() : person->dump());
    }
    return {std::string{name::watchlistListing}, Text{text}, Status::proven,
            "screeningMatches[" + std::to_string(index) + "]", match.json()};
}

}  // namespace

void addScreening(std::vector<Claim>& claims, const JsonReader& result, const AccountSettings& settings) {
    if (!result.has("screeningMatches")) {
        return;
    }
    const auto matches = result.objects("screeningMatches");
    const bool open =
        std::any_of(matches.begin(), matches.end(), [&](const JsonReader& each) { return !isCleared(each, settings); });
    claims.push_back({std::string{name::watchlistMatch}, Flag{open}, Status::proven, "screeningMatches", nullptr});
    for (std::size_t i = 0; i < std::min(matches.size(), mostEntries); ++i) {
        claims.push_back(listingOf(matches[i], i));
    }
}

}  // namespace verdesk::providers::identomat
