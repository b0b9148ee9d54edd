#include "backend/doctor/proxy_check.h"

namespace verdesk::backend::doctor {

Finding proxyFinding(const std::string& proxy,
                     const std::function<std::optional<std::string>(const std::string& name)>& environment,
                     const std::optional<TlsLook>& look) {
    if (!proxy.empty()) {
        if (!look) {
            return {Level::skipped,
                    "proxy",
                    "no provider outside this machine is called, so that " + proxy + " was not used",
                    {}};
        }
        return look->reached ? Finding{Level::good, "proxy", "providers are reached through " + proxy, {}}
                             : Finding{Level::wrong, "proxy", "nothing comes through " + proxy + ": " + look->why,
                                       "is the proxy up, and does it let CONNECT to the providers' hosts through?"};
    }
    for (const auto* name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
        if (const auto value = environment(name); value && !value->empty()) {
            return {Level::warning, "proxy",
                    std::string{"the environment names a proxy ("} + name + "), which the backend does not read",
                    "if providers are reached through it alone, set providers.proxy"};
        }
    }
    return {Level::good, "proxy", "providers are called without a proxy, and none is named elsewhere", {}};
}

}  // namespace verdesk::backend::doctor
