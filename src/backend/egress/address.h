#pragma once
// Which addresses are somebody else's for certain. Pure.

#include <boost/asio/ip/address.hpp>

namespace verdesk::backend::egress {

// Whether an address belongs to the public internet: not to this machine, a private or shared network, a link, a group,
// a documentation or a reserved range (IANA's registries of special-purpose addresses). An IPv6 address that carries an
// IPv4 address (mapped, NAT64, 6to4) is what that one is. What is not known to be public is not.
bool isPublicAddress(const boost::asio::ip::address& address);

}  // namespace verdesk::backend::egress
