#pragma once
// What a configuration needs from outside its file, passed in.

#include "providers/provider.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace verdesk::backend {

struct Surroundings {
    std::function<std::optional<std::string>(const std::string& name)> environment;
    std::filesystem::path credentials;  // systemd's folder of credentials ($CREDENTIALS_DIRECTORY); empty: none
    std::function<const providers::Provider*(std::string_view id)> provider;
    std::function<std::vector<std::string>()> providerIds;
};

// This process's own, with the registry of providers.
Surroundings surroundingsOfProcess();

}  // namespace verdesk::backend
