#pragma once
// A call of one of the pages: of a session that is there.

#include "http/router.h"
#include "sandbox/identomat/sessions.h"

#include <functional>

namespace verdesk::sandbox::identomat {

using PageAct = std::function<boost::asio::awaitable<http::Response>(const http::Request&, Session&)>;

// Of the customer's page, below "/widget/{token}". A session that is deleted, expired, bound to another browser or, but
// for reading, over is refused. `sessions` and `clock` outlive the handler.
http::Handler pageCall(Sessions& sessions, const Clock& clock, PageAct act);

// {"why": a name of the page's words, "question"}.
http::Response pageProblem(int status, std::string_view why, std::string_view question = {});

}  // namespace verdesk::sandbox::identomat
