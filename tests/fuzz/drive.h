#pragma once
// Drives a call of a provider's through the replies that an input holds. When they are used up, nobody answers any
// more.

#include "exchange/exchange.h"
#include "tests/fuzz/sound.h"
#include "tests/fuzz/targets.h"

#include <deque>
#include <optional>
#include <type_traits>
#include <variant>

namespace verdesk::fuzz {

using Replies = std::deque<HttpReply>;

inline constexpr int mostRequests = 300;  // of a call that asks page by page

// What came of it, found sound; nothing where it ended in a ProviderError. Replies that it did not ask for stay.
template <class T>
auto drive(Exchange<T> call, Replies& replies) {
    std::optional<std::conditional_t<std::is_void_v<T>, std::monostate, T>> result;
    try {
        int requests = 0;
        for (auto* request = call.start(); request != nullptr;) {
            requireSound(*request);
            require(++requests <= mostRequests, "a call that does not end");
            if (replies.empty()) {
                request = call.fail(
                    std::make_exception_ptr(providers::ProviderError{Failure::providerUnreachable, "nobody answers"}));
            } else {
                auto reply = std::move(replies.front());
                replies.pop_front();
                request = call.answer(std::move(reply));
            }
        }
        if constexpr (std::is_void_v<T>) {
            call.result();
            result.emplace();
        } else {
            result.emplace(call.result());
            requireSound(*result);
        }
    } catch (const providers::ProviderError& error) {
        requireSound(error);
    }
    return result;
}

}  // namespace verdesk::fuzz
