#pragma once
// An account and a flow at Authenteq with invented credentials, and an attempt with its state.

#include "providers/provider.h"
#include "tests/providers/support/subject.h"

namespace verdesk::test {

struct AuthenteqFixture {
    // 256 invented bits, and their SHA-256.
    static constexpr const char* state = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
    static constexpr const char* key = "b247256873be366d3ca8d06ccf98652d0b49257194f6220d4bfdffb3063ca122";

    providers::Account account;
    providers::FlowOptions flow;
    Instant now = *instantFrom("2026-03-17T14:02:11Z");

    AuthenteqFixture();
    // Makes it an account of the successor.
    void useWebIdv();
    providers::Context context() const {
        return {account, flow, "Acme Bank", now, "https://desk.example/return/authenteq"};
    }
    providers::Subject subject() const {
        return subjectOf("0196-v", LaunchKind::redirect, state);
    }
    providers::Attempt attempt() const {
        return {VerificationId{"0196-v"}, LaunchKind::redirect, key, "key-1"};
    }
    // Where a browser comes back to.
    static std::string returned(const std::string& query) {
        return "https://desk.example/return/authenteq?" + query;
    }
    static std::string returnedWithCode() {
        return returned(std::string{"code=code_1&state="} + state);
    }
};

}  // namespace verdesk::test
