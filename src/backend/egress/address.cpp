#include "backend/egress/address.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace verdesk::backend::egress {
namespace {

namespace ip = boost::asio::ip;
using V6 = ip::address_v6::bytes_type;

struct Range4 {
    std::uint32_t start;
    int bits;
};
constexpr std::uint32_t quad(std::uint32_t a, std::uint32_t b, std::uint32_t c = 0, std::uint32_t d = 0) {
    return a << 24 | b << 16 | c << 8 | d;
}
constexpr std::array<Range4, 16> special4{{{quad(0, 0), 8},                 // "this network"
                                           {quad(10, 0), 8},                // private
                                           {quad(100, 64), 10},             // shared by carriers
                                           {quad(127, 0), 8},               // loopback
                                           {quad(169, 254), 16},            // link-local; metadata of clouds
                                           {quad(172, 16), 12},             // private
                                           {quad(192, 0, 0), 24},           // protocol assignments
                                           {quad(192, 0, 2), 24},           // documentation
                                           {quad(192, 88, 99), 24},         // 6to4 relays
                                           {quad(192, 168), 16},            // private
                                           {quad(198, 18), 15},             // benchmarks
                                           {quad(198, 51, 100), 24},        // documentation
                                           {quad(203, 0, 113), 24},         // documentation
                                           {quad(224, 0), 4},               // groups
                                           {quad(240, 0), 4},               // reserved, and broadcast
                                           {quad(168, 63, 129, 16), 32}}};  // a cloud's platform address

bool isPublic4(std::uint32_t address) {
    return std::none_of(special4.begin(), special4.end(),
                        [&](const Range4& range) { return (address ^ range.start) >> (32 - range.bits) == 0; });
}

struct Range6 {
    std::array<std::uint8_t, 6> start;
    int bits;
};
// Within 2000::/3, outside of which nothing is public but what carries an IPv4 address.
constexpr std::array<Range6, 4> special6{{{{0x20, 0x01, 0x00, 0x00}, 23},  // protocol assignments, Teredo among them
                                          {{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
                                          {{0x26, 0x20, 0x00, 0x4f, 0x80, 0x00}, 48},  // AS112
                                          {{0x3f, 0xff, 0x00, 0x00}, 20}}};            // documentation

bool startsWith(const V6& address, const std::uint8_t* start, int bits) {
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (!std::equal(start, start + whole, address.begin())) {
        return false;
    }
    const int rest = bits % 8;
    return rest == 0 || (address[whole] ^ start[whole]) >> (8 - rest) == 0;
}

std::uint32_t quadAt(const V6& address, std::size_t at) {
    return quad(address[at], address[at + 1], address[at + 2], address[at + 3]);
}

bool isPublic6(const V6& address) {
    constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    constexpr std::array<std::uint8_t, 12> nat64{0x00, 0x64, 0xff, 0x9b};
    constexpr std::array<std::uint8_t, 2> sixToFour{0x20, 0x02};
    if (startsWith(address, mapped.data(), 96) || startsWith(address, nat64.data(), 96)) {
        return isPublic4(quadAt(address, 12));
    }
    if (startsWith(address, sixToFour.data(), 16)) {
        return isPublic4(quadAt(address, 2));
    }
    return address[0] >> 5 == 1 && std::none_of(special6.begin(), special6.end(), [&](const Range6& range) {
               return startsWith(address, range.start.data(), range.bits);
           });
}

}  // namespace

bool isPublicAddress(const ip::address& address) {
    return address.is_v4() ? isPublic4(address.to_v4().to_uint()) : isPublic6(address.to_v6().to_bytes());
}

}  // namespace verdesk::backend::egress
