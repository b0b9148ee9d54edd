// What happens to identities at Passbase and in the institution's dashboard there, on demand.
#include "sandbox/control.h"
#include "sandbox/passbase/models.h"
#include "sandbox/passbase/passbase.h"

#include <algorithm>

namespace verdesk::sandbox::passbase {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

constexpr int mostAtOnce = 1'000;

Json told(const Identity& identity) {
    auto value = identityModel(identity);
    value["person"] = identity.person;
    Json ahead = Json::array();
    for (const auto& step : identity.ahead) {
        ahead.push_back(timeText(step.at));
    }
    value["ahead"] = std::move(ahead);
    return value;
}

}  // namespace

void Passbase::addIdentityControl(http::Router& router, const std::string& prefix) {
    const auto post = [&](const std::string& path, http::Handler act) {
        router.add("POST", prefix + "/identities" + path, controlled(std::move(act)));
    };
    // Changes one and tells of it; `reading` reads the body first, and what it returns changes the identity.
    using Reading = std::function<std::function<void(Identity&)>(Body&)>;
    const auto at = [&](const std::string& path, const std::string& event, Reading reading) {
        post("/{key}" + path,
             [this, event, reading = std::move(reading)](Request request) -> asio::awaitable<Response> {
                 Body body{request.body};
                 const auto how = reading(body);
                 const auto says = body.flag("tell").value_or(true);
                 body.refuseOthers();
                 const auto& key = request.parameters.at("key");
                 const auto* found = identities_.find(key, clock_.now());
                 if (found == nullptr || !found->processed) {
                     co_return problem(found == nullptr ? 404 : 409, "there is no such processed identity");
                 }
                 const auto identity = identities_.change(key, clock_.now(), how);
                 if (says) {
                     co_await tell(eventNow(event, identity));
                 }
                 co_return reply(200, told(identity));
             });
    };
    router.add("GET", prefix + "/identities", controlled([this](const Request&) {
                   Json list = Json::array();
                   for (const auto& identity : identities_.list({}, mostAtOnce, clock_.now()).items) {
                       list.push_back(told(identity));
                   }
                   return reply(200, {{"identities", std::move(list)}});
               }));
    // As if somebody had come without the desk: one, or a crowd.
    post("", [this](Request request) -> asio::awaitable<Response> {
        Body body{request.body};
        Submission submission;
        submission.person = body.text("person").value_or(people().front().id);
        submission.email = body.text("email", 200).value_or("");
        submission.metadata = body.object("metadata").value_or(Json());
        submission.address = request.peer;
        const auto count = body.integer("count", 1, mostAtOnce).value_or(1);
        const auto outcome = Outcome::from(body, usual_);
        body.refuseOthers();
        if (findPerson(submission.person) == nullptr) {
            throw BadBody{"person: unknown"};
        }
        Json keys = Json::array();
        for (std::int64_t i = 0; i < count; ++i) {
            const auto identity = co_await submit(submission, outcome);
            keys.push_back(identity.key);
        }
        co_return reply(201, {{"keys", std::move(keys)}});
    });
    at("/review", "VERIFICATION_REVIEWED", [](Body& body) {
        const auto status = body.choice("status", {"approved", "declined"}).value_or("approved");
        return [status](Identity& identity) { identity.status = status; };
    });
    // The status stays, unless it is told to change: an ongoing screening finds people who were approved.
    at("/watchlist", "WATCHLIST_MONITORING", [](Body& body) {
        const auto status = body.text("status", 50);
        const auto watchlist = body.object("watchlist").value_or(watchlistOf(body.flag("listed").value_or(true)));
        return [status, watchlist](Identity& identity) {
            identity.watchlist = watchlist;
            identity.status = status.value_or(identity.status);
        };
    });
    at("/datapoints", "DATAPOINT_UPDATED", [](Body& body) {
        const auto datapoints = body.object("datapoints").value_or(Json::object());
        return [datapoints](Identity& identity) { identity.datapoints.update(datapoints); };
    });
    at("/authenticate", "IDENTITY_AUTHENTICATED", [](Body&) { return [](Identity&) {}; });
}

}  // namespace verdesk::sandbox::passbase
