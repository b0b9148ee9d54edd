#include "crypto/bytes.h"

#include <array>

namespace verdesk::crypto {
namespace {

constexpr std::string_view base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64UrlLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Without padding.
std::string encode64(ByteView bytes, std::string_view letters) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const auto byte : bytes) {
        buffer = (buffer << 8 | byte) & 0xffff;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            text.push_back(letters[buffer >> bits & 63]);
        }
    }
    if (bits > 0) {
        text.push_back(letters[buffer << (6 - bits) & 63]);
    }
    return text;
}

// The value of each base64 letter; 255 for anything else.
constexpr std::array<std::uint8_t, 256> valuesOfBase64 = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(255);
    for (std::size_t i = 0; i < base64Letters.size(); ++i) {
        values[static_cast<std::uint8_t>(base64Letters[i])] = static_cast<std::uint8_t>(i);
    }
    return values;
}();

std::optional<std::uint8_t> valueOfHex(char digit) {
    if (digit >= '0' && digit <= '9') {
        return static_cast<std::uint8_t>(digit - '0');
    }
    if (digit >= 'a' && digit <= 'f') {
        return static_cast<std::uint8_t>(digit - 'a' + 10);
    }
    if (digit >= 'A' && digit <= 'F') {
        return static_cast<std::uint8_t>(digit - 'A' + 10);
    }
    return std::nullopt;
}

}  // namespace

ByteView viewOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string textOf(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

std::string toHex(ByteView bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 15]);
    }
    return text;
}

std::optional<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0) {
        return std::nullopt;
    }
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = valueOfHex(text[i]);
        const auto low = valueOfHex(text[i + 1]);
        if (!high || !low) {
            return std::nullopt;
        }
        bytes.push_back(static_cast<std::uint8_t>(*high << 4 | *low));
    }
    return bytes;
}

std::string toBase64(ByteView bytes) {
    auto text = encode64(bytes, base64Letters);
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

std::string toBase64Url(ByteView bytes) {
    return encode64(bytes, base64UrlLetters);
}

std::optional<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0) {
        return std::nullopt;
    }
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
    text.remove_suffix(padding);
    Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char letter : text) {
        const auto value = valuesOfBase64[static_cast<std::uint8_t>(letter)];
        if (value == 255) {
            return std::nullopt;
        }
        buffer = (buffer << 6 | value) & 0xffff;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    // Bits that belong to no byte must be zero, so that each value has exactly one text.
    if ((buffer & ((1U << bits) - 1)) != 0) {
        return std::nullopt;
    }
    return bytes;
}

}  // namespace verdesk::crypto
