#pragma once
// A request as a handler sees it, and what it answers.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verdesk::http {

struct Request {
    std::string method;                             // "GET"
    std::string target;                             // as it came: "/api/v1/cases?after=1"
    std::string path;                               // decoded, without the query
    std::map<std::string, std::string> query;       // decoded; the last of a name counts
    std::map<std::string, std::string> parameters;  // of the route: "/cases/{id}" gives "id"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;  // the raw bytes
    std::string peer;  // address of the other side, without the port

    // The first header of that name, compared without regard to case.
    std::optional<std::string_view> header(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string body = {};
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers = {};
    // For doubles that misbehave on purpose: close the connection instead of answering.
    bool drop = false;
};

}  // namespace verdesk::http
