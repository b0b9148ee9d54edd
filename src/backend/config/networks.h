#pragma once
// Networks as a configuration names them, and who really sent a request. Pure.

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string>
#include <vector>

namespace verdesk::http {
struct Request;
}

namespace verdesk::backend {

// "192.0.2.0/24", "2001:db8::/32"; a single address is a network of one.
struct Network {
    boost::asio::ip::address start;
    int bits = 0;
};
// Nothing where the text is none, or has bits set behind its length.
std::optional<Network> networkFrom(const std::string& text);
// An IPv4 address in IPv6 form counts as the IPv4 address. What is no address is in no network.
bool isIn(const std::vector<Network>& networks, const std::string& address);

// Who sent a request: the other side of the connection or, where that is a proxy of ours, the last address in
// X-Forwarded-For that is not. Only proxies of ours are believed, each about who came to it.
std::string senderOf(const http::Request& request, const std::vector<Network>& proxies);

}  // namespace verdesk::backend
