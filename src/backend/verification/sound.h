#pragma once
// What of a provider's answer stands in the clear of the store, where it is looked up by: the key of an attempt. What
// no store takes, or no index, is no key.

#include "providers/provider.h"

#include <string_view>

namespace verdesk::backend {

inline constexpr std::size_t longestProviderKey = 1'024;  // bytes

// UTF-8 without control characters, and not longer than that.
bool isProviderKey(std::string_view text);

// A session without a key is of no use: throws ProviderError (providerBroken) with the answer in it.
void makeSound(providers::Begun& begun);
// What else it says counts: the key alone is dropped, with a warning.
void makeSound(providers::Progress& progress);
template <class T>
void makeSound(T&) {}  // has no key

}  // namespace verdesk::backend
