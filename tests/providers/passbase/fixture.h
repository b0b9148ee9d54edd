#pragma once
// An account and a flow at Passbase with invented credentials, attempts in each of their three forms, and a driver that
// says what was asked for.

#include "exchange/exchange.h"
#include "providers/provider.h"
#include "tests/providers/support/messages.h"

#include <string>
#include <vector>

namespace verdesk::test {

struct PassbaseFixture {
    static constexpr const char* verification = "01960000-0000-7000-8000-00000000000a";
    static constexpr const char* identity = "22222222-2222-4222-8222-222222222222";
    static constexpr const char* secretKey = "sk_invented_0001";
    static constexpr const char* webhookSecret = "0123456789abcdef0123456789abcdef";

    providers::Account account;
    providers::FlowOptions flow;
    Instant now = *instantFrom("2026-03-17T14:02:11Z");  // 1773756131

    PassbaseFixture();
    void useMetadata();
    void reauthenticate();
    providers::Context context() const {
        return {account, flow, "Acme Bank", now, "https://desk.example/return/passbase"};
    }
    providers::Subject subject(LaunchKind launch = LaunchKind::widget) const;
    // The key that `begin` gives an attempt for a customer with this address.
    std::string soughtKey(const std::string& email = "ada@example.test") const;
    providers::Attempt attempt(const std::string& key, LaunchKind launch = LaunchKind::widget) const {
        return {VerificationId{verification}, launch, key, "key-1"};
    }
    providers::Attempt known() const {
        return attempt(identity);
    }
    // The key that `begin` gives a check of the customer whose identity stands so.
    std::string awaitedKey(const nlohmann::json& before) const;
};

std::string contentsOf(const std::string& file);  // of tests/providers/passbase

// The public part of the metadata's key opens it.
nlohmann::json openedMetadata(const std::string& base64);

nlohmann::json dumpOfPassbase(const providers::Progress& progress);
nlohmann::json dumpOfPassbase(const providers::Begun& begun);
nlohmann::json dumpOfPassbase(const std::vector<providers::Finding>& findings);
nlohmann::json dumpOfPassbase(const providers::Document& document);

// Drives the call through exactly these replies. "requests": the addresses, behind the account's own where they lie
// there.
template <class T>
nlohmann::json asked(Exchange<T> call, std::vector<HttpReply> replies) {
    nlohmann::json requests = nlohmann::json::array();
    const auto note = [&](const HttpRequest* request) {
        if (request != nullptr) {
            const std::string base = "https://api.passbase.com/verification/v2";
            const bool ours = request->url.starts_with(base);
            requests.push_back(ours ? request->url.substr(base.size()) : request->url);
            const bool isGet = request->method == "GET" && request->repeatable && !request->fromOutside;
            if (!isGet || findHeader(request->headers, "X-API-KEY") != PassbaseFixture::secretKey) {
                requests.push_back("which is no call of theirs");
            }
        }
    };
    nlohmann::json result;
    try {
        auto* request = call.start();
        note(request);
        for (auto& reply : replies) {
            if (request == nullptr) {
                (void)call.result();  // an error ends a call early, and nothing else may
                return {{"failure", "fewer requests than replies"}, {"requests", requests}};
            }
            request = call.answer(std::move(reply));
            note(request);
        }
        if (request != nullptr) {
            return {{"failure", "more requests than replies"}, {"requests", requests}};
        }
        result = dumpOfPassbase(call.result());
    } catch (const providers::NoDocument& none) {
        result = {{"failure", "no_document"}, {"status", none.reply().status}};
    } catch (const providers::ProviderError& error) {
        result = dumpOf(error);
    }
    result["requests"] = std::move(requests);
    return result;
}

}  // namespace verdesk::test
