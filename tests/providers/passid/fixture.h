#pragma once
// An account and a flow at PASSID with invented credentials, and a moment ten minutes before the deadline in the data.

#include "providers/provider.h"

namespace verdesk::test {

struct PassidFixture {
    providers::Account account;
    providers::FlowOptions flow;
    Instant now = *instantFrom("2026-03-17T14:02:11Z");

    PassidFixture();
    providers::Context context() const {
        return {account, flow, "Acme Bank", now, "https://desk.example/return/passid"};
    }
    void setWebhookSecrets(const std::vector<std::string>& secrets);
};

}  // namespace verdesk::test
