#pragma once
// What a certificate is worth. Pure.

#include "backend/doctor/report.h"
#include "backend/doctor/tls_look.h"

#include <string>

namespace verdesk::backend::doctor {

// Whose certificate it is decides what can be done about it.
enum class Whose { provider, ours };

// Of an address that is called, or that providers call.
Finding tlsFinding(const std::string& origin, const TlsLook& look, Whose whose, Instant now);
// Of the staff listener: desks judge for themselves whether they trust it, so that its end alone is looked at.
Finding endFinding(const std::string& origin, const TlsLook& look, Instant now);
// Of a page that the desk's browser opens, by the roots that browsers bring along.
Finding browserFinding(const std::string& origin, const TlsLook& look);
Finding noBrowserRoots();

}  // namespace verdesk::backend::doctor
