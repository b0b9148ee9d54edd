#include "backend/doctor/doctor.h"
#include "backend/config/surroundings.h"
#include "backend/egress/curl_client.h"
#include "commands.h"
#include "program.h"

#include <algorithm>
#include <iostream>

namespace verdesk::verdeskd {

namespace asio = boost::asio;

namespace {

backend::doctor::Report examined(const backend::doctor::Patient& patient) {
    const auto& config = patient.config;
    backend::egress::CurlOptions asTheBackend;
    asTheBackend.totalTimeout = std::max(asTheBackend.totalTimeout, config.providerTimeout);
    asTheBackend.proxy = config.proxy;
    asTheBackend.caFile = config.caFile.string();
    backend::egress::CurlClient toProviders{asTheBackend};
    backend::egress::CurlClient toUs;
    backend::egress::SteadyTiming timing;
    const backend::SystemClock clock{};
    const backend::doctor::ProcessFiles files{};
    const backend::doctor::Instruments instruments{
        toProviders,
        toUs,
        timing,
        clock,
        files,
        backend::surroundingsOfProcess().environment,
        backend::doctor::lookAt,
        [&] { return backend::store::schemaOf(config.place); },
        backend::doctor::browserRoots(),
    };
    backend::doctor::Report report;
    runToEnd([&](asio::io_context&) -> asio::awaitable<void> {
        report = co_await backend::doctor::examine(patient, instruments);
    });
    return report;
}

}  // namespace

int doctor(const DoctorOptions& options) {
    std::vector<backend::SecretSource> secrets;
    const auto config = readConfig(options.config, &secrets);
    if (!config) {
        return wrongConfiguration;
    }
    try {
        const auto report = examined({*config, std::filesystem::absolute(options.config), std::move(secrets)});
        std::cout << (options.asJson ? backend::doctor::toJson(report) : backend::doctor::toText(report));
        return backend::doctor::exitCode(report, options.strict);
    } catch (const std::exception& error) {
        return failed(error);
    }
}

}  // namespace verdesk::verdeskd
