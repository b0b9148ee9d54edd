#include "backend/config/surroundings.h"

#include "providers/registry.h"

#include <cstdlib>

namespace verdesk::backend {

Surroundings surroundingsOfProcess() {
    Surroundings own;
    own.environment = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>{value};
    };
    own.credentials = own.environment("CREDENTIALS_DIRECTORY").value_or("");
    own.provider = [](std::string_view id) { return providers::find(id); };
    own.providerIds = [] {
        std::vector<std::string> ids;
        for (const auto* each : providers::all()) {
            ids.push_back(each->info().id);
        }
        return ids;
    };
    return own;
}

}  // namespace verdesk::backend
