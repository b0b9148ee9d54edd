#pragma once
// What Authenteq's answers mean by their status. Its documentation of errors is not public: the class of the status
// decides, and the successor's shape {"errorCode", "errorMessage"} is read where it is there.

#include "exchange/http_message.h"
#include "providers/provider.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::providers::authenteq {

using Hide = std::vector<std::string_view>;  // texts that no error may show

// "Authenteq answered 400: INVALID_REQUEST_PARAMETER".
std::string sentenceOf(const HttpReply& reply, const Hide& hide);
// The error's code, or the status where it has none.
std::string errorCodeOf(const HttpReply& reply);

// The data is gone, or the code is no longer good: the customer has to start again.
Progress expired(std::string providerCode);
Progress declined(std::string providerCode);
Progress inState(State state);

// A call that happens at most once ended without an answer that tells whether it happened. It is not tried again: a
// code that was taken is gone.
[[noreturn]] void throwLost(const std::string& why, const std::string& raw = {});

// Of the answer to the call that uses the code up: nothing for a success; expired where the code is not good; throws
// for our own credentials and where it is not known what happened.
std::optional<Progress> notExchanged(const HttpReply& reply, const Hide& hide);

// Of the answer with the data, which may be asked for again: nothing for a success, expired where the data is gone;
// throws providerUnreachable for what may be better in a moment.
std::optional<Progress> notDelivered(const HttpReply& reply, const Hide& hide);

}  // namespace verdesk::providers::authenteq
