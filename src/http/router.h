#pragma once
// Routes by method and path pattern. "/cases/{id}" matches one segment; a path that exists under other methods is 405
// with Allow, any other 404. Where two patterns match, a word wins over a parameter. HEAD falls back to GET.

#include "http/message.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace verdesk::http {

using Handler = std::function<boost::asio::awaitable<Response>(Request)>;

class Router {
public:
    // `pattern` starts with "/". Adding the same method and pattern twice is a mistake of the program (assert).
    void add(std::string method, std::string pattern, Handler handler);

    struct Match {
        const Handler* handler = nullptr;  // null: see `allowed`
        std::map<std::string, std::string> parameters;
        std::vector<std::string> allowed;  // methods of that path; empty: no such path
        std::string pattern;               // for metrics: low cardinality
    };
    // `path` is still percent-encoded, so that "%2F" is part of a parameter and no separator.
    Match match(const std::string& method, const std::string& path) const;

private:
    struct Route {
        std::string method;
        std::string pattern;
        std::vector<std::string> segments;
        Handler handler;
    };
    std::vector<Route> routes_;
};

}  // namespace verdesk::http
