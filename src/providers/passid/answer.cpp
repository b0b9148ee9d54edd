#include "providers/passid/answer.h"
#include "contract/json_text.h"

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

}  // namespace

JsonReader payloadOf(const json& document) {
    const JsonReader root{document};
    const auto data = document.find("data");
    return data != document.end() && data->is_object() ? JsonReader{*data} : root;
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
    if (isSuccess(reply)) {
        return;
    }
    std::string text = "PASSID answered " + std::to_string(reply.status);
    const auto document = jsonOrNone(reply.body);
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
