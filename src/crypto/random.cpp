#include "crypto/random.h"

#include <openssl/rand.h>

#include <climits>
#include <mutex>
#include <stdexcept>

namespace verdesk::crypto {

Bytes randomBytes(std::size_t count) {
    Bytes bytes(count);
    if (count > INT_MAX || RAND_bytes(bytes.data(), static_cast<int>(count)) != 1) {
        throw std::runtime_error{"the operating system gave no randomness"};
    }
    return bytes;
}

std::string randomToken(std::size_t bytes) {
    auto raw = randomBytes(bytes);
    auto token = toBase64Url(raw);
    return token;
}

std::string randomText(std::size_t length, std::string_view alphabet) {
    if (alphabet.empty() || alphabet.size() > 256) {
        throw std::invalid_argument{"an alphabet has 1 to 256 characters"};
    }
    // Bytes above the last whole multiple are thrown away: a plain remainder would favour the first characters.
    const std::size_t usable = 256 - 256 % alphabet.size();
    std::string text;
    text.reserve(length);
    while (text.size() < length) {
        for (const auto byte : randomBytes(length - text.size())) {
            if (byte < usable) {
                text.push_back(alphabet[byte % alphabet.size()]);
            }
        }
    }
    return text;
}

namespace {

void putTime(Bytes& bytes, std::uint64_t time) {
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(time >> (40 - 8 * i));
    }
}

std::string uuidText(const Bytes& bytes) {
    auto text = toHex(bytes);
    for (const std::size_t at : {8, 13, 18, 23}) {
        text.insert(at, 1, '-');
    }
    return text;
}

}  // namespace

std::string uuid7(std::chrono::sys_time<std::chrono::milliseconds> now) {
    // RFC 9562 section 6.2, method 1: the 12 bits after the time count within one millisecond. A counter that runs
    // over, and a clock that steps back, borrow from the future, so that ids rise in any case.
    static std::mutex guard;
    static std::uint64_t lastTime = 0;
    static std::uint32_t counter = 0;

    auto bytes = randomBytes(16);
    std::uint64_t time = static_cast<std::uint64_t>(now.time_since_epoch().count());
    std::uint32_t count = 0;
    {
        const std::scoped_lock lock{guard};
        if (time > lastTime) {
            lastTime = time;
            counter = (static_cast<std::uint32_t>(bytes[6]) << 8 | bytes[7]) & 0x7ff;  // leaves room to count
        } else if (++counter > 0xfff) {
            ++lastTime;
            counter = 0;
        }
        time = lastTime;
        count = counter;
    }
    putTime(bytes, time);
    bytes[6] = static_cast<std::uint8_t>(0x70 | count >> 8);
    bytes[7] = static_cast<std::uint8_t>(count);
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    return uuidText(bytes);
}

std::string uuid7From(std::chrono::sys_time<std::chrono::milliseconds> moment) {
    Bytes bytes(16);
    putTime(bytes, static_cast<std::uint64_t>(moment.time_since_epoch().count()));
    return uuidText(bytes);
}

}  // namespace verdesk::crypto
