#pragma once
// One provider's server side, as its documentation has it. A folder implements it, doubles.cpp lists it, and nothing
// else knows it by name. Everything on one executor.

#include "http/router.h"
#include "sandbox/body.h"
#include "sandbox/clock.h"
#include "sandbox/webhook_sender.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace verdesk::sandbox {

// What a double stands on. All of it outlives the double.
struct Ground {
    const Clock& clock;
    std::shared_ptr<WebhookSender> sender;  // of this double alone
    std::function<void()> keep;             // after a GET that changed something; after anything else it is kept anyway
};

// Where it was put.
struct Place {
    std::string origin;  // its own: "http://passport-io.localhost:40123"
    std::string main;    // the sandbox's: "http://127.0.0.1:40123"
};

// The institution, as it is registered with every provider. An empty member leaves what there is.
struct Desk {
    std::string institution;   // its name, as customers read it
    std::string publicOrigin;  // under which webhooks and returns reach it: "http://127.0.0.1:8461"
};

// {"institution", "publicOrigin"}, both optional. Throws BadBody.
Desk readDesk(Body body);

// What somebody needs who wants to use this double from an institution of practice: accounts and flows in the words of
// verdeskd's configuration, and the secrets that these refer to by { env = "name" }.
struct Practice {
    std::string provider;
    std::string configuration;
    std::map<std::string, std::string> secrets;
    // Flows of its own, each with the one to use where it cannot be used. That may be another double's, and whether it
    // is there at all only the institution knows: so they stand apart.
    std::map<std::string, std::string> fallbacks;
};

class Double {
public:
    virtual ~Double() = default;

    // The provider's own calls and pages; on its own host where it has one.
    virtual void addRoutes(http::Router& router) = 0;
    // Below `prefix`, "/control/passid": what a test does in the customer's place. Faults and deliveries among them.
    virtual void addControlRoutes(http::Router& router, const std::string& prefix) = 0;
    // An answer that no route gives: 404 and the like.
    virtual http::Response describe(int status, std::string_view why) const = 0;

    // Called once, before the first request.
    void listensAt(Place place) {
        place_ = std::move(place);
    }
    const Place& place() const {
        return place_;
    }
    // Throws BadBody for an address that is not of this machine.
    virtual void deskIs(const Desk& desk) = 0;

    virtual Json ready() const = 0;
    virtual Practice practice() const = 0;
    // What a restart has to find again, secrets that were made here included.
    virtual Json toJson() const = 0;
    virtual void restore(const Json& state) = 0;

private:
    Place place_;
};

struct Kind {
    std::string_view id;  // in settings, state and ready line, and below /control
    std::string_view
        host;  // "passport-io": it lives at http://passport-io.localhost:<port>; empty: at the main address
    // `settings`: its member of the settings line, or an empty object. Throws BadBody.
    std::unique_ptr<Double> (*make)(Body settings, Ground ground);
    RetrySchedule retries;  // of its webhooks
};

}  // namespace verdesk::sandbox
