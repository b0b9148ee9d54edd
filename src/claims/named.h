#pragma once
// Enumerations that travel as words. An enumeration lists its words once, in a constexpr table `wordsOf(Enum)`, found
// by argument-dependent lookup; the first entry is what an unknown word reads as where the enumeration has an
// `unknown`.

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace verdesk {

template <class Enum>
using Word = std::pair<Enum, std::string_view>;

template <class Enum>
constexpr std::string_view toWord(Enum value) {
    for (const auto& [each, word] : wordsOf(value)) {
        if (each == value) {
            return word;
        }
    }
    return "unknown";
}

// Nothing where the word is not in the table: the caller decides whether that is an error or "unknown".
template <class Enum>
constexpr std::optional<Enum> fromWord(std::string_view text) {
    for (const auto& [each, word] : wordsOf(Enum{})) {
        if (word == text) {
            return each;
        }
    }
    return std::nullopt;
}

}  // namespace verdesk
