#pragma once
// Recorded messages of providers. A case is a pair of files under DATA/KIND:
//
//   NAME.body.json   the body as it came, byte for byte
//   NAME.case.json   {"about"?, "status"? (200), "headers"?, "asks"?, "launches"?, "account"? and "flow"? (options that
//                     are put over the fixture's), "expected": members that the result must have}
//
// and whatever the provider's own test reads beside these. `expected` is compared member by member: what it does not
// name is free. "claims" is by name (the first of that name), "claimNames" is the whole list in order, "absent" are
// names that must not be there. A call that fails gives "failure", "error", "raw" and "providerCode".

#include "exchange/exchange.h"
#include "providers/provider.h"

#include <QString>

#include <string>
#include <vector>

namespace verdesk::test {

struct Message {
    std::string kind;
    nlohmann::json given;
    std::string body;
    HttpReply reply() const;  // of the status and the headers
    std::vector<Header> headers() const;
};

// Adds the columns "path" and "kind" and a row for each case below the folder; returns how many there are.
int addMessages(const QString& folder);
// Of a row. Throws where a file is missing or the case is no JSON.
Message messageAt(const QString& path, const QString& kind);

// Texts that came about by accident: cut off and with a byte exchanged for each of a few others, at some two hundred
// places.
std::vector<std::string> damaged(const std::string& text);

// "asks", "launches", "flow" and "account" of the case, over what is there.
void apply(const Message& message, providers::Account& account, providers::FlowOptions& flow);

nlohmann::json dumpOf(const providers::Begun& begun);
nlohmann::json dumpOf(const providers::Progress& progress);
nlohmann::json dumpOf(const providers::Pushed& pushed);
nlohmann::json dumpOf(const providers::ProviderError& error);
// By check: {"level", "what", "wayOut"}.
nlohmann::json dumpOf(const std::vector<providers::Finding>& findings);

// Drives the call through exactly these replies.
template <class T>
nlohmann::json answered(Exchange<T> call, std::vector<HttpReply> replies) {
    try {
        auto* request = call.start();
        for (auto& reply : replies) {
            if (request == nullptr) {
                return {{"failure", "fewer requests than replies"}};
            }
            request = call.answer(std::move(reply));
        }
        return request == nullptr ? dumpOf(call.result()) : nlohmann::json{{"failure", "more requests than replies"}};
    } catch (const providers::ProviderError& error) {
        return dumpOf(error);
    }
}

// As `answered`, for a look at an account, with the case's own answer and those in "further": [{"status"?, "headers"?,
// "body"}]. "requests": methods and addresses, without `base` where they begin with it.
// With "unreached" in the case the first request finds nobody.
nlohmann::json probed(Exchange<std::vector<providers::Finding>> call, const Message& message, const std::string& base);

// What of the case's `expected` is not so; empty where all is.
QString differenceOf(const Message& message, const nlohmann::json& actual);

}  // namespace verdesk::test
