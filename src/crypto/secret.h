#pragma once
// A secret that wipes itself and does not print. It cannot be streamed, formatted, compared with == or turned into
// JSON; who needs the characters says `reveal()`, which is easy to search for.

#include "crypto/bytes.h"

#include <string>
#include <string_view>

namespace verdesk::crypto {

class Secret {
public:
    Secret() = default;
    explicit Secret(std::string value);  // takes the characters over and wipes the argument
    Secret(const Secret& other);
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    bool empty() const {
        return value_.empty();
    }
    std::string_view reveal() const {
        return value_;
    }
    ByteView bytes() const {
        return viewOf(value_);
    }

private:
    std::string value_;
};

// Overwrites the characters in a way that the compiler may not leave out, and empties the string.
void wipe(std::string& text);
void wipe(Bytes& bytes);

}  // namespace verdesk::crypto
