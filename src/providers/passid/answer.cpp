#include "providers/passid/answer.h"

namespace verdesk::providers::passid {
namespace {

using nlohmann::json;

constexpr std::size_t errorTextSize = 200;

// A text, or what an object or the first of a list says.
std::string saidBy(const json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_object()) {
        for (const auto* member : {"code", "message", "detail"}) {
            if (const auto found = value.find(member); found != value.end() && found->is_string()) {
                return found->get<std::string>();
            }
        }
    }
    if (value.is_array() && !value.empty() && !value.front().is_array()) {
        return saidBy(value.front());
    }
    return {};
}

std::string without(std::string text, const std::vector<std::string_view>& hide) {
    for (const auto& secret : hide) {
        for (auto at = secret.empty() ? std::string::npos : text.find(secret); at != std::string::npos;
             at = text.find(secret, at + 3)) {
            text.replace(at, secret.size(), "...");
        }
    }
    return text;
}

Failure failureOf(int status) {
    if (status == 429) {
        return Failure::providerUnreachable;  // the driver waited as long as it may: PASSID takes no more calls now
    }
    return status >= 400 && status < 500 ? Failure::providerRefused : Failure::providerBroken;
}

}  // namespace

JsonReader payloadOf(const json& document) {
    const JsonReader root{document};
    const auto data = document.find("data");
    return data != document.end() && data->is_object() ? JsonReader{*data} : root;
}

std::string oneLine(std::string_view text, std::size_t size) {
    std::string line;
    for (const char c : text) {
        line.push_back(static_cast<unsigned char>(c) < ' ' || c == 127 ? ' ' : c);
    }
    if (line.size() > size) {
        // Not in the middle of a UTF-8 character.
        while (size > 0 && (static_cast<unsigned char>(line[size]) & 0xC0) == 0x80) {
            --size;
        }
        line.resize(size);
    }
    return line;
}

std::string errorTextOf(const json& document) {
    if (document.is_object()) {
        for (const auto* member : {"error", "message", "detail", "errors"}) {
            if (const auto found = document.find(member); found != document.end()) {
                if (auto said = saidBy(*found); !said.empty()) {
                    return oneLine(said, errorTextSize);
                }
            }
        }
        if (const auto data = document.find("data"); data != document.end() && data->is_object()) {
            return errorTextOf(*data);
        }
    }
    return {};
}

void requireSuccess(const HttpReply& reply, const std::vector<std::string_view>& hide) {
    if (reply.status >= 200 && reply.status < 300) {
        return;
    }
    std::string text = "PASSID answered " + std::to_string(reply.status);
    const auto document = json::parse(reply.body, nullptr, false);
    if (const auto said = errorTextOf(document); !said.empty()) {
        text += ": " + without(said, hide);
    }
    throw ProviderError{failureOf(reply.status), text, reply.body};
}

std::vector<std::string> warningsOf(const HttpReply& reply) {
    const auto version = reply.header("X-PASSID-API-Version");
    if (!version || *version == "1") {
        return {};
    }
    return {"PASSID answered with API version \"" + oneLine(*version, 16) + "\"; Verdesk was written for version 1"};
}

}  // namespace verdesk::providers::passid
