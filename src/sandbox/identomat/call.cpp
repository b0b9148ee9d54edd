#include "sandbox/identomat/call.h"

#include "crypto/digest.h"
#include "http/target.h"
#include "sandbox/form.h"

#include <algorithm>

namespace verdesk::sandbox::identomat {

namespace {

std::string headerOf(crypto::ByteView code) {
    return "signature=\"" + crypto::toBase64(code) + "\"";
}

std::optional<Json> objectIn(const std::string& body) {
    auto value = Json::parse(body, nullptr, false);
    return value.is_object() ? std::optional{std::move(value)} : std::nullopt;
}

std::optional<Json> parametersIn(const http::Request& request) {
    const auto type = request.header("Content-Type").value_or("");
    const bool isForm =
        type.starts_with("multipart/form-data") || type.starts_with("application/x-www-form-urlencoded");
    if (request.body.empty()) {
        return Json::object();
    }
    if (!isForm) {
        return objectIn(request.body);
    }
    const auto form = formOf(request);
    return form ? std::optional{Json(*form)} : std::nullopt;
}

}  // namespace

std::optional<Json> parametersOf(const http::Request& request) {
    Json all = request.query;
    const auto body = parametersIn(request);
    if (!body) {
        return std::nullopt;
    }
    all.update(*body);
    for (const auto* name : {"flags", "steps"}) {
        const auto found = all.find(name);
        if (found == all.end() || !found->is_string()) {
            continue;
        }
        if (auto value = Json::parse(found->get<std::string>(), nullptr, false); !value.is_discarded()) {
            *found = std::move(value);
        }
    }
    return all;
}

std::string signatureOf(std::string_view bytes, std::string_view secretKey) {
    return headerOf(crypto::hmacSha256(crypto::viewOf(secretKey), crypto::viewOf(bytes)));
}

std::string signatureOf(const http::Request& request, std::string_view secretKey) {
    auto parts = multipartOf(request);
    if (!parts || parts->empty()) {
        return signatureOf(std::string_view{request.body}, secretKey);
    }
    std::stable_partition(parts->begin(), parts->end(), [](const FormPart& part) { return !part.file; });
    auto key = crypto::textOf(crypto::viewOf(secretKey));
    for (const auto& part : *parts) {
        key = crypto::textOf(crypto::hmacSha256(crypto::viewOf(key), crypto::viewOf(part.value)));
    }
    return headerOf(crypto::viewOf(key));
}

}  // namespace verdesk::sandbox::identomat
