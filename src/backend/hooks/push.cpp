#include "backend/hooks/push.h"

#include "crypto/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace verdesk::backend {

using nlohmann::json;

namespace {

bool isOfTheConnection(std::string_view name) {
    constexpr std::array<std::string_view, 10> known{"host",       "connection",       "content-length",  "accept",
                                                     "user-agent", "accept-encoding",  "accept-language", "cookie",
                                                     "expect",     "transfer-encoding"};
    const auto same = [name](std::string_view each) {
        return std::equal(each.begin(), each.end(), name.begin(), name.end(), [](char a, char b) {
            return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + ('a' - 'A')) : b);
        });
    };
    return std::any_of(known.begin(), known.end(), same);
}

}  // namespace

providers::PushRequest pushFrom(http::Request&& request) {
    return {std::move(request.headers), std::move(request.body)};
}

std::string digestOf(const std::string& account, const providers::Pushed& pushed, const std::string& body) {
    const bool named = !pushed.eventId.empty();
    const std::string kind = named ? "\nevent\n" : "\nbody\n";
    return crypto::toHex(
        crypto::sha256({crypto::viewOf(account), crypto::viewOf(kind), crypto::viewOf(named ? pushed.eventId : body)}));
}

std::string headersText(const providers::PushRequest& push) {
    auto kept = json::array();
    for (const auto& [name, value] : push.headers) {
        if (!isOfTheConnection(name)) {
            kept.push_back(json::array({name, value}));
        }
    }
    return kept.dump(-1, ' ', false, json::error_handler_t::replace);
}

providers::PushRequest pushFrom(const store::HookRow& row) {
    providers::PushRequest push;
    push.body = row.body;
    const auto kept = json::parse(row.headers, nullptr, false);
    if (kept.is_array()) {
        for (const auto& header : kept) {
            push.headers.emplace_back(header.at(0).get<std::string>(), header.at(1).get<std::string>());
        }
    }
    return push;
}

}  // namespace verdesk::backend
