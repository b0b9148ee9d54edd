#pragma once
// Looks at everything that has to be right before customers come, as the providers' go-live lists have it. Changes
// nothing of ours but one webhook about nobody for each account that signs them; starts nothing that a customer would
// notice.

#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/config/secret_source.h"
#include "backend/doctor/file_view.h"
#include "backend/doctor/report.h"
#include "backend/doctor/tls_look.h"
#include "backend/egress/http_client.h"
#include "backend/egress/timing.h"
#include "backend/store/schema.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::backend::doctor {

// What is looked at, beside the configuration itself.
struct Patient {
    const Config& config;
    std::filesystem::path file;  // of the configuration
    std::vector<SecretSource> secrets;
};

// What it is looked at with.
struct Instruments {
    egress::HttpClient& toProviders;  // as the backend calls them
    egress::HttpClient& toUs;         // as a provider calls us: the system's trust, no proxy
    egress::Timing& timing;
    const Clock& clock;
    const FileView& files;
    std::function<std::optional<std::string>(const std::string& name)> environment;
    std::function<TlsLook(const std::string& origin, const TlsWay& way)> look;
    std::function<std::optional<store::Schema>()> schema;  // as store::schemaOf
    std::string browserRoots;                              // PEM; empty: none on this machine
};

// The references must outlive the awaitable.
boost::asio::awaitable<Report> examine(const Patient& patient, const Instruments& instruments);

}  // namespace verdesk::backend::doctor
