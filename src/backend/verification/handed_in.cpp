#include "backend/verification/handed_in.h"

#include "contract/json_text.h"
#include "crypto/digest.h"
#include "providers/answer.h"

#include <nlohmann/json.hpp>

namespace verdesk::backend {

using nlohmann::json;

namespace {

constexpr std::size_t longestKept = 1024;

void shorten(json& value) {
    if (value.is_structured()) {
        for (auto& each : value) {
            shorten(each);
        }
    } else if (value.is_string() && value.get_ref<const std::string&>().size() > longestKept) {
        value = "...";
    }
}

}  // namespace

std::string keyOfAct(const crypto::Key& key, const StaffId& staff, const std::string& about,
                     const std::string& idempotencyKey) {
    const auto act = staff.value + "\n" + about + "\n" + idempotencyKey;
    auto digest = crypto::hmacSha256(key.bytes(), crypto::viewOf(act));
    digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0f) | 0x80);
    digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3f) | 0x80);
    auto text = crypto::toHex({digest.data(), 16});
    for (const std::size_t at : {8, 13, 18, 23}) {
        text.insert(at, 1, '-');
    }
    return text;
}

std::string textOf(const providers::Return& returned) {
    json text;
    if (const auto* token = std::get_if<providers::TokenReturn>(&returned)) {
        text = {{"kind", "token"}, {"token", token->token.reveal()}};
    } else if (const auto* message = std::get_if<providers::MessageReturn>(&returned)) {
        text = {{"kind", "message"}, {"message", message->message}};
    } else if (const auto* redirect = std::get_if<providers::RedirectReturn>(&returned)) {
        text = {{"kind", "redirect"}, {"url", redirect->url}};
    } else {
        text = {{"kind", "closed"}};
    }
    return text.dump();
}

std::string closedToken(const std::string& digest) {
    return json{{"kind", "closed token"}, {"digest", digest}}.dump();
}

std::string withBefore(const std::string& text, const WasDropped& before) {
    auto more = json::parse(text);
    more["before"] = {{"state", toWord(before.before)}};
    if (before.deadline) {
        more["before"]["deadline"] = verdesk::toText(*before.deadline);
    }
    return more.dump();
}

std::optional<WasDropped> beforeFrom(const std::string& text) {
    const auto read = json::parse(text, nullptr, false);
    const auto found = read.is_object() ? read.find("before") : read.end();
    if (!read.is_object() || found == read.end() || !found->is_object()) {
        return std::nullopt;
    }
    return WasDropped{fromWord<State>(found->value("state", "")).value_or(State::awaiting),
                      instantFrom(found->value("deadline", ""))};
}

std::optional<providers::Return> returnFrom(const std::string& text) {
    const auto read = json::parse(text, nullptr, false);
    if (!read.is_object()) {
        return std::nullopt;
    }
    const auto kind = read.value("kind", "");
    if (kind == "token") {
        return providers::TokenReturn{crypto::Secret{read.value("token", "")}};
    }
    if (kind == "message") {
        return providers::MessageReturn{read.value("message", "")};
    }
    if (kind == "redirect") {
        return providers::RedirectReturn{read.value("url", "")};
    }
    if (kind == "closed") {
        return providers::ClosedReturn{};
    }
    return std::nullopt;
}

std::string toText(const HttpReply& reply) {
    auto headers = json::array();
    for (const auto& [name, value] : reply.headers) {
        headers.push_back({name, value});
    }
    return json{{"status", reply.status}, {"headers", headers}, {"body", reply.body}}.dump(
        -1, ' ', false, json::error_handler_t::replace);
}

std::string withoutSecrets(const std::string& answer) {
    auto reply = replyFrom(answer);
    if (!reply) {
        return {};
    }
    reply->headers.clear();
    auto body = jsonOrNone(reply->body);
    if (body.is_discarded()) {
        reply->body.clear();
    } else {
        body = providers::blanked(std::move(body));
        shorten(body);
        reply->body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    }
    return toText(*reply);
}

std::optional<HttpReply> replyFrom(const std::string& text) {
    const auto read = json::parse(text, nullptr, false);
    if (!read.is_object()) {
        return std::nullopt;
    }
    HttpReply reply;
    reply.status = read.value("status", 0);
    reply.body = read.value("body", "");
    for (const auto& header : read.value("headers", json::array())) {
        reply.headers.emplace_back(header.at(0).get<std::string>(), header.at(1).get<std::string>());
    }
    return reply;
}

}  // namespace verdesk::backend
