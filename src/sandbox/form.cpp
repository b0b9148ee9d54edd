#include "sandbox/form.h"

#include "http/target.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>

namespace verdesk::sandbox {

namespace {

using Fields = std::map<std::string, std::string>;

// The value of a parameter such as boundary or name, with or without quotes.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    const auto mark = std::string{name} + "=";
    for (auto at = header.find(';'); at != std::string_view::npos; at = header.find(';', at + 1)) {
        auto rest = header.substr(at + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        if (!rest.starts_with(mark)) {
            continue;
        }
        rest.remove_prefix(mark.size());
        if (rest.starts_with('"')) {
            const auto close = rest.find('"', 1);
            return close == std::string_view::npos ? std::nullopt
                                                   : std::optional<std::string>{rest.substr(1, close - 1)};
        }
        return std::string{rest.substr(0, rest.find_first_of("; \t"))};
    }
    return std::nullopt;
}

// A part without its value: the field that its header names.
std::optional<FormPart> partOf(std::string_view head) {
    while (!head.empty()) {
        const auto end = std::min(head.find("\r\n"), head.size());
        std::string line{head.substr(0, end)};
        std::transform(line.begin(), line.begin() + static_cast<long>(std::min<std::size_t>(line.size(), 20)),
                       line.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (line.starts_with("content-disposition:")) {
            const auto name = parameter(line, "name");
            return name ? std::optional{FormPart{*name, {}, parameter(line, "filename").has_value()}} : std::nullopt;
        }
        head.remove_prefix(std::min(end + 2, head.size()));
    }
    return std::nullopt;
}

std::optional<std::vector<FormPart>> multipart(std::string_view body, std::string_view contentType) {
    const auto boundary = parameter(contentType, "boundary");
    if (!boundary || boundary->empty()) {
        return std::nullopt;
    }
    const auto mark = "--" + *boundary;
    if (!body.starts_with(mark)) {
        return std::nullopt;
    }
    body.remove_prefix(mark.size());
    std::vector<FormPart> parts;
    while (body.starts_with("\r\n")) {
        body.remove_prefix(2);
        const auto headEnd = body.find("\r\n\r\n");
        const auto end = body.find("\r\n" + mark);
        if (headEnd == std::string_view::npos || end == std::string_view::npos || headEnd + 2 > end) {
            return std::nullopt;
        }
        auto part = partOf(body.substr(0, headEnd));
        if (!part) {
            return std::nullopt;
        }
        const auto start = std::min(headEnd + 4, end);
        part->value = body.substr(start, end - start);
        parts.push_back(std::move(*part));
        body.remove_prefix(end + 2 + mark.size());
    }
    return body.starts_with("--") ? std::optional{parts} : std::nullopt;
}

std::optional<Fields> object(std::string_view body) {
    const auto value = nlohmann::json::parse(body, nullptr, false);
    if (!value.is_object()) {
        return std::nullopt;
    }
    Fields fields;
    for (const auto& [name, member] : value.items()) {
        if (member.is_string()) {
            fields[name] = member;
        }
    }
    return fields;
}

}  // namespace

std::optional<std::vector<FormPart>> multipartOf(const http::Request& request) {
    const auto type = request.header("Content-Type").value_or("");
    return type.starts_with("multipart/form-data") ? multipart(request.body, type) : std::nullopt;
}

std::optional<Fields> formOf(const http::Request& request) {
    const auto type = request.header("Content-Type").value_or("");
    if (type.starts_with("multipart/form-data")) {
        const auto parts = multipart(request.body, type);
        if (!parts) {
            return std::nullopt;
        }
        Fields fields;
        for (const auto& part : *parts) {
            fields[part.name] = part.value;
        }
        return fields;
    }
    if (type.starts_with("application/x-www-form-urlencoded")) {
        return http::parseQuery(request.body);
    }
    return type.starts_with("application/json") ? object(request.body) : std::nullopt;
}

}  // namespace verdesk::sandbox
