#pragma once
// The API of the staff listener as one thing: its routes, what they share, and how it ends.

#include "backend/api/gate.h"
#include "backend/api/idempotency.h"
#include "backend/api/long_polls.h"
#include "backend/api/parts.h"

namespace verdesk::backend::api {

class StaffApi {
public:
    explicit StaffApi(Parts parts);
    StaffApi(const StaffApi&) = delete;
    StaffApi& operator=(const StaffApi&) = delete;

    http::Router router() {
        return gate_.router();
    }
    const std::vector<Route>& routes() const {
        return gate_.routes();
    }
    // What the server itself says, as a problem document with the usual headers.
    http::Response describe(int status, std::string_view why) const;
    std::size_t polling() const {
        return polls_.size();
    }
    Idempotency& idempotency() {
        return once_;
    }
    // Long polls are answered at once, so that the listener can end.
    void stop() {
        polls_.stop();
    }

private:
    Parts parts_;
    Gate gate_;
    Idempotency once_;
    LongPolls polls_;
};

}  // namespace verdesk::backend::api
