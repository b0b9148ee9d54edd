#include "providers/query.h"

#include "crypto/bytes.h"
#include "providers/base_url.h"

#include <algorithm>

namespace verdesk::providers {
namespace {

std::string decoded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto byte = text.front() == '%' && text.size() >= 3 ? crypto::fromHex(text.substr(1, 2)) : std::nullopt;
        if (byte) {
            out.push_back(static_cast<char>(byte->front()));
            text.remove_prefix(3);
        } else {
            out.push_back(text.front() == '+' ? ' ' : text.front());
            text.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace

std::string queryOf(const Parameters& parameters) {
    std::string query;
    for (const auto& [name, value] : parameters) {
        query += (query.empty() ? "" : "&") + pathSegment(name) + "=";
        query += value == "." || value == ".." ? value : pathSegment(value);
    }
    return query;
}

SplitUrl split(std::string_view url) {
    url = url.substr(0, url.find('#'));
    const auto mark = url.find('?');
    return {url.substr(0, mark), mark == std::string_view::npos ? std::string_view{} : url.substr(mark + 1)};
}

Parameters parametersOf(std::string_view query) {
    Parameters parameters;
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto piece = query.substr(0, end);
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
        if (!piece.empty()) {
            const auto equals = piece.find('=');
            parameters.emplace_back(decoded(piece.substr(0, equals)), equals == std::string_view::npos
                                                                          ? std::string{}
                                                                          : decoded(piece.substr(equals + 1)));
        }
    }
    return parameters;
}

std::optional<std::string> onlyOne(const Parameters& parameters, std::string_view name) {
    std::optional<std::string> value;
    for (const auto& [each, given] : parameters) {
        if (each == name) {
            if (value) {
                return std::nullopt;
            }
            value = given;
        }
    }
    return value;
}

bool has(const Parameters& parameters, std::string_view name) {
    return std::any_of(parameters.begin(), parameters.end(), [&](const auto& each) { return each.first == name; });
}

}  // namespace verdesk::providers
