#include "providers/passbase/keys.h"

#include "crypto/digest.h"
#include "providers/base_url.h"
#include "providers/query.h"

#include <charconv>
#include <optional>
#include <vector>

namespace verdesk::providers::passbase {
namespace {

constexpr std::string_view soughtWord = "verification";
constexpr std::string_view awaitedWord = "authentication";
constexpr std::size_t codeBytes = 16;

std::vector<std::string> parts(std::string_view text) {
    std::vector<std::string> all;
    for (auto end = text.find(':'); end != std::string_view::npos; end = text.find(':')) {
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    all.emplace_back(text);
    return all;
}

std::optional<std::int64_t> numberIn(const std::string& text) {
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stopped == end ? std::optional{number} : std::nullopt;
}

// An id of theirs that has a colon in it would not be one part.
std::string unescaped(const std::string& text) {
    const auto values = parametersOf("id=" + text);
    return values.empty() ? std::string{} : values.front().second;
}

std::string codeWith(const crypto::Secret& secret, std::string_view use, std::string_view text) {
    const auto data = std::string{use} + "\n" + std::string{text};
    const auto digest = crypto::hmacSha256(secret.bytes(), crypto::viewOf(data));
    return crypto::toHex(crypto::ByteView{digest}.first(codeBytes));
}

}  // namespace

std::string textOf(const Sought& sought) {
    return std::string{soughtWord} + ":" + sought.verification + ":" + std::to_string(sought.since) + ":" +
           sought.email + (sought.named.empty() ? "" : ":" + pathSegment(sought.named));
}

std::string textOf(const Awaited& awaited) {
    return beginningOf(awaited.person) + awaited.verification + ":" + std::to_string(awaited.updated) + ":" +
           awaited.content + ":" + std::to_string(awaited.since);
}

std::string beginningOf(const std::string& person) {
    return std::string{awaitedWord} + ":" + pathSegment(person) + ":";
}

Key keyFrom(const std::string& providerKey) {
    const auto all = parts(providerKey);
    if ((all.size() == 4 || all.size() == 5) && all[0] == soughtWord) {
        if (const auto since = numberIn(all[2])) {
            return Sought{all[1], *since, all[3], all.size() == 5 ? unescaped(all[4]) : std::string{}};
        }
    }
    if (all.size() == 6 && all[0] == awaitedWord) {
        const auto updated = numberIn(all[3]);
        const auto since = numberIn(all[5]);
        if (updated && since) {
            return Awaited{all[2], unescaped(all[1]), *updated, all[4], *since};
        }
    }
    return Known{providerKey};
}

std::string codeOf(const Account& account, std::string_view use, std::string_view text) {
    const auto* secret = account.secret("secret_key");
    return secret == nullptr ? std::string{} : codeWith(*secret, use, text);
}

bool isCodeOf(const std::string& code, const Account& account, std::string_view use, std::string_view text) {
    const auto found = account.secrets.find("secret_key");
    bool any = false;
    if (found != account.secrets.end() && !code.empty()) {
        for (const auto& secret : found->second) {
            any = (!secret.empty() &&
                   crypto::equalInConstantTime(crypto::viewOf(codeWith(secret, use, text)), crypto::viewOf(code))) ||
                  any;
        }
    }
    return any;
}

std::int64_t secondsOf(Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

}  // namespace verdesk::providers::passbase
