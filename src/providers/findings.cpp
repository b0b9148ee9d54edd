#include "providers/findings.h"

#include "providers/base_url.h"

#include <algorithm>

namespace verdesk::providers {

const nlohmann::json& tableOf(const nlohmann::json& options) {
    static const nlohmann::json none = nlohmann::json::object();
    return options.is_object() ? options : none;
}

void Findings::baseUrl(const JsonReader& options, const char* key) {
    if (const auto url = take([&] { return options.text(key); })) {
        if (const auto problem = problemOfBaseUrl(*url)) {
            add(key, *problem);
        }
    }
}

void Findings::path(const JsonReader& options, const char* key) {
    if (const auto path = take([&] { return options.text(key); }); path && !(path->starts_with('/') && isPath(*path))) {
        add(key, "must be a path that begins with /");
    }
}

void Findings::range(const JsonReader& options, const char* key, std::int64_t low, std::int64_t high) {
    const auto number = take([&] { return options.integer(key); });
    if (number && (*number < low || *number > high)) {
        add(key, "must be from " + std::to_string(low) + " to " + std::to_string(high));
    }
}

void Findings::origins(const JsonReader& options, const char* key) {
    for (const auto& origin : take([&] { return options.texts(key); })) {
        if (origin.empty() || originOf(origin) != origin || problemOfBaseUrl(origin)) {
            add(key,
                "\"" + origin + "\" is no origin such as https://cdn.example: nothing after the host and its port");
        }
    }
}

void Findings::words(const JsonReader& options, const char* key, const std::vector<std::string>& known) {
    for (const auto& word : take([&] { return options.texts(key); })) {
        if (std::find(known.begin(), known.end(), word) == known.end()) {
            std::string all;
            for (const auto& each : known) {
                all += (all.empty() ? "" : ", ") + each;
            }
            add(key, "\"" + word + "\" is none of: " + all);
        }
    }
}

void Findings::publicId(const JsonReader& options, const char* key, const std::string& hint) {
    const auto before = problems_.size();
    const auto id = take([&] { return options.text(key); });
    if (problems_.size() != before) {
        return;
    }
    if (!id || id->empty()) {
        add(key, "is missing: " + hint);
    } else if (!isOneWord(*id)) {
        add(key, "has a blank or another character that no id has");
    }
}

void Findings::secret(const Account& account, const char* key, const std::string& hint) {
    const auto* secret = account.secret(key);
    if (secret == nullptr) {
        add(key, "is missing: " + hint);
    } else if (!isOneWord(secret->reveal())) {
        add(key, "has a blank, a line break or another character that no secret of theirs has");
    }
}

bool isOneWord(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

bool isPath(std::string_view text) {
    return (text.empty() || text.starts_with('/')) && text.find("..") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view{"/-_.~"}.find(c) != std::string_view::npos;
           });
}

void requireNone(const std::vector<ConfigProblem>& problems) {
    if (!problems.empty()) {
        throw ProviderError{Failure::configuration, problems.front().key + " " + problems.front().message};
    }
}

void checkLaunches(Findings& found, const FlowOptions& flow, const ProviderInfo& info) {
    std::string words;
    for (const auto kind : info.launches) {
        words += (words.empty() ? "" : ", ") + std::string{toWord(kind)};
    }
    if (flow.launches.empty()) {
        found.add("launches", "is empty: " + info.displayName + " can do " + words);
    }
    for (const auto launch : flow.launches) {
        if (std::find(info.launches.begin(), info.launches.end(), launch) == info.launches.end()) {
            found.add("launches", "\"" + std::string{toWord(launch)} + "\" is nothing that " + info.displayName +
                                      " can do: " + words);
        }
    }
}

void checkAsks(Findings& found, const FlowOptions& flow, const ProviderInfo& info) {
    for (const auto& asked : flow.asks) {
        if (std::find(info.claims.begin(), info.claims.end(), asked) == info.claims.end()) {
            found.add("asks", "\"" + asked + "\" is nothing that " + info.displayName + " proves");
        }
    }
}

}  // namespace verdesk::providers
