#include "providers/passid/calls.h"

#include "providers/base_url.h"

namespace verdesk::providers::passid {
namespace {

using nlohmann::json;

constexpr const char* mediaType = "application/json";

}  // namespace

HttpRequest authorised(HttpRequest request, const AccountSettings& settings) {
    return std::move(request).with("X-Institution-Key", std::string{settings.key->reveal()}).with("Accept", mediaType);
}

HttpRequest verifyRequest(const AccountSettings& settings, std::string_view token, const std::string& idempotencyKey) {
    auto body = json::object();
    body["token"] = token;
    return authorised(sendingJson(post(settings.root + "/verify"), body), settings)
        .with("Idempotency-Key", idempotencyKey);
}

HttpRequest sessionRequest(const AccountSettings& settings, std::string_view id) {
    return authorised(get(settings.root + "/request/" + pathSegment(id)), settings);
}

HttpRequest sendingJson(HttpRequest request, const json& body) {
    return std::move(request).sending(body.dump(-1, ' ', false, json::error_handler_t::replace), mediaType);
}

}  // namespace verdesk::providers::passid
