// [listen.staff], [listen.public] and [listen.ops].
#include "backend/config/parts.h"
#include "backend/config/secret_file.h"
#include "crypto/certificate.h"

#include <boost/asio/ip/address.hpp>

#include <regex>

namespace verdesk::backend::parts {
namespace {

// What `serve` would stop at.
void checkPair(Table& table, const ListenerConfig& listener) {
    std::error_code error;
    const bool isThere = std::filesystem::is_regular_file(listener.certificate, error) &&
                         std::filesystem::is_regular_file(listener.key, error);
    if (!isThere) {
        return;  // there is none, or that was said
    }
    if (const auto why = whyOpenToAll(listener.key); !why.empty()) {
        table.complain("key", why);
    } else if (const auto fault = crypto::faultOf(listener.certificate, listener.key); !fault.what.empty()) {
        table.complain(fault.ofKey ? "key" : "certificate", fault.what);
    }
}

ListenerConfig readListener(Table& table, const std::filesystem::path& folder) {
    ListenerConfig listener;
    listener.address = table.text("address").value_or(listener.address);
    boost::system::error_code error;
    boost::asio::ip::make_address(listener.address, error);
    if (error) {
        table.complain("address", "must be an IP address such as \"127.0.0.1\" or \"::1\"; names are not looked up");
    }
    if (table.has("port")) {
        listener.port = static_cast<std::uint16_t>(table.integer("port", 0, 65535).value_or(0));
    } else {
        table.complain("port", "is missing: a number from 1 to 65535, or 0 for any free one");
    }
    listener.certificate = readPath(table, "certificate", folder);
    listener.key = readPath(table, "key", folder);
    if (table.has("certificate") != table.has("key")) {
        table.complain(table.has("key") ? "key" : "certificate",
                       "certificate and key belong together: give both, or neither");
        return listener;
    }
    checkPair(table, listener);
    return listener;
}

void refuseSamePlace(Table& table, const ListenerConfig& listener,
                     std::initializer_list<const ListenerConfig*> others) {
    for (const auto* other : others) {
        if (listener.port != 0 && listener.port == other->port && listener.address == other->address) {
            table.complain("port", "is another listener's: each has a port of its own");
            return;
        }
    }
}

}  // namespace

std::filesystem::path readPath(Table& table, const std::string& key, const std::filesystem::path& folder) {
    const auto given = table.text(key);
    if (!given) {
        return {};
    }
    auto path = folder / *given;
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        table.complain(key, "there is no file \"" + path.string() + "\"");
    }
    return path;
}

std::vector<Network> readNetworks(Table& table, const std::string& key) {
    std::vector<Network> networks;
    for (const auto& text : table.texts(key)) {
        if (const auto network = networkFrom(text)) {
            networks.push_back(*network);
        } else {
            table.complain(key, "\"" + text + "\" is no network such as \"192.0.2.0/24\" or \"2001:db8::/32\"");
        }
    }
    return networks;
}

bool isLoopback(const std::string& address) {
    static const std::regex v4{R"(127(\.\d{1,3}){3})"};
    return address == "::1" || std::regex_match(address, v4);
}

void readListeners(Table& root, Config& config, const std::filesystem::path& folder) {
    auto listen = root.table("listen");
    if (!listen.present()) {
        listen.complain({}, "is missing: say where to listen in [listen.staff], [listen.public] and [listen.ops]");
        return;
    }
    auto staff = listen.table("staff");
    config.staff = readListener(staff, folder);
    if (!isLoopback(config.staff.address) && config.staff.certificate.empty()) {
        staff.complainOnce("address",
                           "passwords and claims must not cross a network in the clear: give certificate and key, "
                           "or listen on 127.0.0.1 behind a proxy that speaks TLS");
    }
    staff.finish();

    auto publicSide = listen.table("public");
    config.publicSide = readListener(publicSide, folder);
    config.publicOrigin = publicSide.requiredText(
        "origin", "the address under which providers reach this listener, such as \"https://hooks.bank.example\"");
    static const std::regex origin{R"(https?://[A-Za-z0-9.\-\[\]:]+)"};
    if (!config.publicOrigin.empty() && !std::regex_match(config.publicOrigin, origin)) {
        publicSide.complain("origin", "must be scheme, host and perhaps a port, without a path");
    }
    config.trustedProxies = readNetworks(publicSide, "trusted_proxies");

    auto ops = listen.table("ops");
    config.ops = readListener(ops, folder);
    if (!isLoopback(config.ops.address)) {
        ops.complainOnce("address", "health and metrics are for this machine alone: use 127.0.0.1");
    }
    refuseSamePlace(ops, config.ops, {&config.staff, &config.publicSide});
    refuseSamePlace(publicSide, config.publicSide, {&config.staff});
    publicSide.finish();
    ops.finish();
    listen.finish();
}

}  // namespace verdesk::backend::parts
