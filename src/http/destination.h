#pragma once
// Private to src/http. Where a request goes: the site that its Host header names, the handler there, and what is said
// where there is none.

#include "http/server.h"

#include <string_view>

namespace verdesk::http {

struct Destination {
    const Site* site = nullptr;  // null: the server's own
    Router::Match match;
};

// `path` is still percent-encoded. The options and the router must outlive what is given.
Destination destinationOf(const Request& request, const std::string& path, const Options& options,
                          const Router& router);
// What an error of the server's own says, in the words of the site or the server. Throws nothing.
Response described(const Options& options, int status, std::string_view why, const Site* site = nullptr);
// Where nobody answers: 404, or 405 with the methods that there are.
Response nobodyAnswers(const Options& options, const Destination& destination);

}  // namespace verdesk::http
