#pragma once
// An address' certificate, as whoever calls it finds it.

#include "contract/instant.h"

#include <optional>
#include <string>

namespace verdesk::backend::doctor {

// How it is called.
struct TlsWay {
    std::string proxy;   // "http://proxy.bank.example:3128"; empty: none
    std::string caFile;  // PEM bundle that is trusted; empty: the system's
    std::string roots;   // PEM text that is trusted alone; empty: what caFile says
    bool operator==(const TlsWay&) const = default;
};

struct TlsLook {
    bool reached = false;          // it spoke TLS, whatever its certificate
    bool trusted = false;          // and its certificate is one that is trusted, for that name
    std::string why;               // not; in words, without anything secret
    std::optional<Instant> until;  // when the first certificate of its chain ends
};

// Connects, looks, and leaves; nothing is sent. `origin`: "https://host" or "https://host:port". Blocks for ten seconds
// at most. Any thread.
TlsLook lookAt(const std::string& origin, const TlsWay& way);

// Mozilla's list of roots as text, which browsers on Linux bring along (NSS); empty where this machine has none.
std::string browserRoots();

}  // namespace verdesk::backend::doctor
