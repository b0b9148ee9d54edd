#pragma once
// A model with a clock that stands where a test puts it, and predictable randomness.

#include "sandbox/passid/model.h"
#include "sandbox/passid/permissions.h"

namespace verdesk::sandbox::test {

struct ModelFixture {
    Time now{std::chrono::milliseconds{1'800'000'000'000}};
    int counter = 0;
    passid::Model model{[this](std::size_t length, std::string_view alphabet) {
        std::string text(length, alphabet.front());
        for (auto rest = static_cast<std::size_t>(++counter), i = length; rest > 0 && i > 0; rest /= alphabet.size()) {
            text[--i] = alphabet[rest % alphabet.size()];
        }
        return text;
    }};

    passid::Session open(std::vector<std::string> permissions = {},
                         std::chrono::seconds lifetime = std::chrono::seconds{600}) {
        return *model.request({"inst", "Bank", std::move(permissions), lifetime}, now);
    }
    std::string token(const std::string& kind = "one-time",
                      passid::NewToken wanted = {.user = "amina", .permissions = {}}) {
        return model.makeToken(kind, std::move(wanted), now)->text;
    }
    passid::Verified verify(const std::string& token, std::optional<std::string> key = {}) {
        return model.verify({"inst", token, {}, std::move(key), "request of " + token}, now);
    }
    static Json data(const passid::Verified& verified) {
        return Json::parse(verified.reply.body).value("data", Json::object());
    }
};

}  // namespace verdesk::sandbox::test
