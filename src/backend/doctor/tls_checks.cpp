#include "backend/doctor/tls_checks.h"

namespace verdesk::backend::doctor {
namespace {

constexpr std::chrono::days soon{14};

std::string daysUntil(Instant until, Instant now) {
    const auto days = std::chrono::floor<std::chrono::days>(until - now).count();
    return days < 0 ? "ended on " + dateOf(until) : "ends in " + std::to_string(days) + " days, on " + dateOf(until);
}

std::string remedyFor(Whose whose) {
    return whose == Whose::ours
               ? "renew it, with the whole chain, from an authority that everybody trusts"
               : "if something of the bank's opens TLS between, name its authority in providers.ca_file; otherwise do "
                 "not go on, and ask the provider";
}

Finding ending(const char* check, const std::string& origin, const TlsLook& look, Instant now, std::string remedy) {
    if (!look.until) {
        return {Level::good, check, origin + " has a certificate that is trusted", {}};
    }
    const auto text = "the certificate of " + origin + " " + daysUntil(*look.until, now);
    if (*look.until <= now) {
        return {Level::wrong, check, text, std::move(remedy)};
    }
    return *look.until - now < soon ? Finding{Level::warning, check, text, std::move(remedy)}
                                    : Finding{Level::good, check, text, {}};
}

Finding unreached(const char* check, const std::string& origin, const TlsLook& look, Level level) {
    return {level, check, origin + " was not reached: " + look.why,
            "look at names, routes and firewalls between this machine and it, and at providers.proxy"};
}

}  // namespace

Finding tlsFinding(const std::string& origin, const TlsLook& look, Whose whose, Instant now) {
    if (!look.reached) {
        return unreached("tls", origin, look, Level::wrong);
    }
    if (!look.trusted) {
        const bool ended = look.until && *look.until <= now;
        return {Level::wrong, "tls",
                "the certificate of " + origin +
                    " is not trusted: " + (ended ? "it " + daysUntil(*look.until, now) : look.why),
                remedyFor(whose)};
    }
    return ending("tls", origin, look, now,
                  whose == Whose::ours ? "renew it" : "ask the provider whether it will be renewed in time");
}

Finding endFinding(const std::string& origin, const TlsLook& look, Instant now) {
    if (!look.reached) {
        return {Level::skipped, "tls", "nothing answers at " + origin + ": " + look.why,
                "start the backend, and look again"};
    }
    return ending("tls", origin, look, now, "renew it: desks refuse one that ended");
}

Finding browserFinding(const std::string& origin, const TlsLook& look) {
    if (!look.reached) {
        return unreached("browser-trust", origin, look, Level::warning);
    }
    if (look.trusted) {
        return {Level::good, "browser-trust", "a browser trusts " + origin + " as it is", {}};
    }
    return {Level::warning, "browser-trust",
            "a browser does not trust " + origin + " by the roots that it brings along: " + look.why,
            "let this origin through without opening its TLS; or give every counter's user the authority: certutil -d "
            "sql:$HOME/.pki/nssdb -A -t C,, -n NAME -i FILE"};
}

Finding noBrowserRoots() {
    return {Level::skipped, "browser-trust", "this machine has no list of the roots that browsers bring along",
            "install ca-certificates, or open each provider's page once in a counter's browser"};
}

}  // namespace verdesk::backend::doctor
