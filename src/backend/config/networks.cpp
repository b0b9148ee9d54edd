#include "backend/config/networks.h"

#include "http/message.h"

#include <algorithm>
#include <charconv>

namespace verdesk::backend {

namespace ip = boost::asio::ip;

namespace {

std::optional<ip::address> addressFrom(const std::string& text) {
    boost::system::error_code error;
    auto address = ip::make_address(text, error);
    if (error) {
        return std::nullopt;
    }
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    }
    return address;
}

bool bitAt(const ip::address& address, int bit) {
    if (address.is_v4()) {
        return (address.to_v4().to_uint() >> (31 - bit) & 1U) != 0;
    }
    return (address.to_v6().to_bytes()[static_cast<std::size_t>(bit / 8)] >> (7 - bit % 8) & 1) != 0;
}

int lengthOf(const ip::address& address) {
    return address.is_v4() ? 32 : 128;
}

bool contains(const Network& network, const ip::address& address) {
    if (network.start.is_v4() != address.is_v4()) {
        return false;
    }
    for (int bit = 0; bit < network.bits; ++bit) {
        if (bitAt(network.start, bit) != bitAt(address, bit)) {
            return false;
        }
    }
    return true;
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
}

bool isForwardedFor(std::string_view name) {
    constexpr std::string_view wanted = "x-forwarded-for";
    return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
    });
}

}  // namespace

std::optional<Network> networkFrom(const std::string& text) {
    const auto slash = text.find('/');
    boost::system::error_code error;
    Network network;
    network.start = ip::make_address(text.substr(0, slash), error);
    if (error) {
        return std::nullopt;
    }
    network.bits = lengthOf(network.start);
    if (slash != std::string::npos) {
        const auto* end = text.data() + text.size();
        const auto [last, failure] = std::from_chars(text.data() + slash + 1, end, network.bits);
        if (failure != std::errc{} || last != end || network.bits < 0 || network.bits > lengthOf(network.start)) {
            return std::nullopt;
        }
    }
    for (int bit = network.bits; bit < lengthOf(network.start); ++bit) {
        if (bitAt(network.start, bit)) {
            return std::nullopt;
        }
    }
    return network;
}

bool isIn(const std::vector<Network>& networks, const std::string& address) {
    const auto read = addressFrom(address);
    return read && std::any_of(networks.begin(), networks.end(),
                               [&](const Network& network) { return contains(network, *read); });
}

std::string senderOf(const http::Request& request, const std::vector<Network>& proxies) {
    if (!isIn(proxies, request.peer)) {
        return request.peer;
    }
    std::vector<std::string> hops;
    for (const auto& [name, value] : request.headers) {
        if (!isForwardedFor(name)) {
            continue;
        }
        for (std::size_t at = 0; at <= value.size();) {
            const auto comma = std::min(value.find(',', at), value.size());
            hops.push_back(trimmed(std::string_view{value}.substr(at, comma - at)));
            at = comma + 1;
        }
    }
    auto sender = request.peer;
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const auto address = addressFrom(*hop);
        if (!address) {
            break;  // whoever wrote that is not believed about more
        }
        sender = address->to_string();
        if (!isIn(proxies, sender)) {
            break;
        }
    }
    return sender;
}

}  // namespace verdesk::backend
