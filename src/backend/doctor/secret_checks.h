#pragma once
// Whether the secrets are this service's alone: not in the configuration, not in a working copy, not for others to read
// or to exchange. Pure but for the files that are passed in.

#include "backend/config/config.h"
#include "backend/config/secret_source.h"
#include "backend/doctor/file_view.h"
#include "backend/doctor/report.h"

#include <filesystem>
#include <vector>

namespace verdesk::backend::doctor {

// `file`: the configuration.
Report secretChecks(const Config& config, const std::filesystem::path& file, const std::vector<SecretSource>& sources,
                    const FileView& files);

}  // namespace verdesk::backend::doctor
