#pragma once
// PASSID's double as the sandbox sees it, with the customer's phone, which is PASSID's wallet.

#include "sandbox/double.h"
#include "sandbox/passid/service.h"

namespace verdesk::sandbox::passid {

class Passid final : public Double {
public:
    Passid(Body settings, Ground ground);

    void addRoutes(http::Router& router) override;
    void addControlRoutes(http::Router& router, const std::string& prefix) override;
    http::Response describe(int status, std::string_view why) const override;
    void deskIs(const Desk& desk) override;
    Json ready() const override;
    Practice practice() const override;
    Json toJson() const override;
    void restore(const Json& state) override;

    Service& service() {
        return *service_;
    }

private:
    bool keyIsOurs_;
    crypto::Secret webhookSecret_;  // of practice, until another one is set
    std::string hookSegment_;       // likewise, of the webhook's address
    std::shared_ptr<Service> service_;
};

Kind kind();

// Of an institution of practice: the account and its flows.
Practice practiceOf(const std::string& baseUrl, const crypto::Secret& key, const crypto::Secret& webhookSecret,
                    const std::string& hookSegment);

}  // namespace verdesk::sandbox::passid
