#pragma once
// What every request of the staff listener passes before its handler: size, the desk's version, rate, the session, the
// role, the Idempotency-Key; and what every answer leaves with. Errors become problem documents here.

#include "backend/api/call.h"
#include "backend/api/parts.h"
#include "backend/api/version.h"
#include "backend/auth/policy.h"
#include "backend/rate/rate.h"
#include "http/router.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::backend::api {

struct Route {
    std::string method;
    std::string path;                    // below /api/v1
    std::optional<Operation> operation;  // none: no session is needed
    std::size_t bodyBytes = 0;           // more is refused; 0: no body at all
    bool keyed = false;                  // needs an Idempotency-Key
    bool waits = false;                  // a long poll: no activity of a person, and may be cancelled
};

using Work = std::function<boost::asio::awaitable<http::Response>(Call)>;

class Gate {
public:
    explicit Gate(const Parts& parts);
    void add(Route route, Work work);
    http::Router router() {
        return std::move(router_);
    }
    const std::vector<Route>& routes() const {
        return routes_;
    }

private:
    boost::asio::awaitable<http::Response> pass(const Route& route, const Work& work, http::Request request);
    void checkVersion(const http::Request& request) const;
    void checkRate(const std::string& key);
    boost::asio::awaitable<Who> whoIs(const Route& route, const http::Request& request);

    const Parts& parts_;
    std::optional<Version> minimum_;
    bool tls_;
    RateLimit rate_;
    http::Router router_;
    std::vector<Route> routes_;
};

}  // namespace verdesk::backend::api
