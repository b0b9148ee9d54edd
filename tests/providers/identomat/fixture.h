#pragma once
// An account and a flow at Identomat with invented credentials, a session, and a driver that says what was asked for.

#include "exchange/exchange.h"
#include "providers/provider.h"
#include "tests/providers/support/messages.h"

#include <string>
#include <vector>

namespace verdesk::test {

struct IdentomatFixture {
    static constexpr const char* verification = "01960000-0000-7000-8000-00000000000a";
    static constexpr const char* token = "k3v9q0z7m1c5x8b2n4j6h0g3f5d7s9a1p2o4i6u8";
    static constexpr const char* companyKey = "invented_company_key_0001";
    static constexpr const char* secretKey = "invented_secret_key_0001";
    static constexpr const char* callbackKey = "invented_callback_key_0001";

    providers::Account account;
    providers::FlowOptions flow;
    Instant now = *instantFrom("2026-03-17T14:02:11Z");

    IdentomatFixture();  // a document and a face
    void useSignatures();
    void useQuestions();  // a questionnaire for the customer and one for the operator, besides
    nlohmann::json& step(std::size_t index) {
        return flow.options.at("steps").at(index);
    }
    providers::Context context() const {
        return {account, flow, "Acme Bank", now, "https://desk.example/return/identomat"};
    }
    providers::Subject subject(LaunchKind launch = LaunchKind::widget) const;
    providers::Attempt attempt(LaunchKind launch = LaunchKind::widget) const {
        return {VerificationId{verification}, launch, token, "key-1"};
    }
};

// The reply with the signature of its body.
HttpReply signedReply(HttpReply reply, const std::string& key = IdentomatFixture::secretKey);

nlohmann::json dumpOfIdentomat(const providers::Begun& begun);
nlohmann::json dumpOfIdentomat(const providers::Progress& progress);
nlohmann::json dumpOfIdentomat(const std::vector<providers::Finding>& findings);
nlohmann::json dumpOfIdentomat(const providers::Document& document);

// "/result/ {...}": where it goes, behind the account's address where it lies there, and its parameters without the
// company key; or what is wrong with it.
std::string dumpOfIdentomat(const HttpRequest& request);

inline nlohmann::json resultOf(Exchange<void> call) {
    call.result();
    return {{"state", "done"}};
}
template <class T>
nlohmann::json resultOf(Exchange<T> call) {
    return dumpOfIdentomat(call.result());
}

// Drives the call through exactly these replies. "requests": as above.
template <class T>
nlohmann::json askedIdentomat(Exchange<T> call, std::vector<HttpReply> replies) {
    nlohmann::json requests = nlohmann::json::array();
    const auto note = [&](const HttpRequest* request) {
        if (request != nullptr) {
            requests.push_back(dumpOfIdentomat(*request));
        }
    };
    nlohmann::json result;
    try {
        auto* request = call.start();
        note(request);
        for (auto& reply : replies) {
            if (request == nullptr) {
                (void)resultOf(std::move(call));  // an error ends a call early, and nothing else may
                return {{"failure", "fewer requests than replies"}, {"requests", requests}};
            }
            request = call.answer(std::move(reply));
            note(request);
        }
        if (request != nullptr) {
            return {{"failure", "more requests than replies"}, {"requests", requests}};
        }
        result = resultOf(std::move(call));
    } catch (const providers::NoDocument& none) {
        result = {{"failure", "no_document"}, {"status", none.reply().status}};
    } catch (const providers::ProviderError& error) {
        result = dumpOf(error);
    }
    result["requests"] = std::move(requests);
    return result;
}

}  // namespace verdesk::test
