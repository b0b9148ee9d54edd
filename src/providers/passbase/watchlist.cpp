#include "providers/passbase/watchlist.h"

#include "providers/answer.h"

#include <algorithm>

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;
using namespace claims;

constexpr std::size_t mostEntries = 100;  // more than anybody reads

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) {
        if (!part.empty()) {
            text += (text.empty() ? "" : ", ") + part;
        }
    }
    return text;
}

Claim entry(std::string label, const std::string& value, std::string path, const json& verbatim) {
    return {
        std::string{name::watchlistListing}, Text{value}, Status::proven, std::move(path), verbatim, std::move(label)};
}

// {"url", "name", "aml_types": [], "listing_started_utc"}; `source`: under which it stands.
Claim listing(const JsonReader& one, const std::string& path, const std::string& source) {
    const auto named = one.text("name").value_or("");
    const auto label = source.empty() ? named : source;
    return entry(label,
                 joined({named, joined(one.texts("aml_types")), one.text("listing_started_utc").value_or(""),
                         one.text("url").value_or("")}),
                 path, one.json());
}

// Documented as a map by the source's name; a list is understood, too.
void addListings(std::vector<Claim>& claims, const JsonReader& watchlist) {
    const auto found = watchlist.json().find("listings");
    if (found != watchlist.json().end() && found->is_array()) {
        const auto all = watchlist.objects("listings");
        for (std::size_t i = 0; i < std::min(all.size(), mostEntries); ++i) {
            claims.push_back(listing(all[i], watchlist.pathOf("listings") + "[" + std::to_string(i) + "]", {}));
        }
    } else if (const auto map = watchlist.object("listings")) {
        for (const auto& [source, value] : map->json().items()) {
            if (claims.size() < mostEntries) {
                claims.push_back(listing(JsonReader{value, map->pathOf(source)}, map->pathOf(source), source));
            }
        }
    }
}

// {"url", "date", "title"}
void addMedia(std::vector<Claim>& claims, const JsonReader& watchlist) {
    const auto all = watchlist.objects("media");
    for (std::size_t i = 0; i < std::min(all.size(), mostEntries); ++i) {
        const auto& one = all[i];
        claims.push_back(
            entry("media",
                  joined({one.text("title").value_or(""), one.text("date").value_or(""), one.text("url").value_or("")}),
                  watchlist.pathOf("media") + "[" + std::to_string(i) + "]", one.json()));
    }
}

void addWords(std::vector<Claim>& claims, const JsonReader& watchlist, const char* member, const char* claim) {
    if (const auto words = watchlist.texts(member); !words.empty()) {
        claims.push_back(
            {claim, Text{joined(words)}, Status::stated, watchlist.pathOf(member), watchlist.json().at(member)});
    }
}

}  // namespace

std::vector<Claim> claimsInWatchlist(const JsonReader& watchlist) {
    const auto clean = watchlist.flag("clean");
    std::vector<Claim> entries;
    addListings(entries, watchlist);
    addMedia(entries, watchlist);
    Claim match{std::string{name::watchlistMatch}, {}, Status::unknown, watchlist.pathOf("clean"), nullptr};
    if (clean || !entries.empty()) {
        match.value = Flag{!clean.value_or(false)};
        match.status = Status::proven;
        match.verbatim = clean ? json(*clean) : json{};
    }
    std::vector<Claim> claims{std::move(match)};
    std::move(entries.begin(), entries.end(), std::back_inserter(claims));
    addWords(claims, watchlist, "sources", "watchlist_sources");
    addWords(claims, watchlist, "types", "watchlist_types");
    return claims;
}

}  // namespace verdesk::providers::passbase
