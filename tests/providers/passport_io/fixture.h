#pragma once
// An account and a flow at Passport.io with invented credentials.

#include "providers/provider.h"

namespace verdesk::test {

struct PassportIoFixture {
    providers::Account account;
    providers::FlowOptions flow;
    Instant now = *instantFrom("2026-03-17T14:02:11Z");

    PassportIoFixture();
    // With a client of its own for the login by QR code.
    void allowLogin();
    providers::Context context() const {
        return {account, flow, "Acme Bank", now, "https://desk.example/return/passport_io"};
    }
};

}  // namespace verdesk::test
