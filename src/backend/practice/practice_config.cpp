#include "backend/practice/practice_config.h"

#include "backend/config/secrets.h"
#include "backend/practice/practice_text.h"

#include <spdlog/spdlog.h>

#include <optional>
#include <stdexcept>

namespace verdesk::backend {
namespace {

std::string listenersText(const PracticePlaces& places) {
    const auto publicPort = std::to_string(places.publicPort);
    return "[listen]\nstaff = { port = " + std::to_string(places.staffPort) + " }\npublic = { port = " + publicPort +
           ", origin = \"http://127.0.0.1" + (places.publicPort == 0 ? "" : ":" + publicPort) +
           "\" }\nops = { port = " + std::to_string(places.opsPort) + " }\n";
}

Surroundings surroundingsOf(const crypto::Secret& master, const std::vector<PracticeProvider>& providers) {
    auto surroundings = surroundingsOfProcess();
    surroundings.environment = [&](const std::string& name) -> std::optional<std::string> {
        if (name == "master") {
            return std::string{master.reveal()};
        }
        for (const auto& each : providers) {
            if (const auto found = each.secrets.find(name); found != each.secrets.end()) {
                return std::string{found->second.reveal()};
            }
        }
        return std::nullopt;
    };
    return surroundings;
}

void setFallbacks(Config& config, const std::vector<PracticeProvider>& providers) {
    for (auto& flow : config.flows) {
        for (const auto& each : providers) {
            const auto found = each.fallbacks.find(flow.flow.id);
            if (found != each.fallbacks.end() && config.flow(found->second) != nullptr) {
                flow.fallback = found->second;
            }
        }
    }
}

}  // namespace

Config practiceConfig(const PracticePlaces& places, const crypto::Secret& master,
                      const std::vector<PracticeProvider>& providers) {
    const auto surroundings = surroundingsOf(master, providers);
    auto text = std::string{practiceText} + listenersText(places);
    std::optional<Config> config;
    for (const auto& each : providers) {
        if (surroundings.provider(each.provider) == nullptr) {
            spdlog::warn("practice goes without {}: this backend does not know it", each.provider);
            continue;
        }
        auto loaded = parseConfig(text + each.configuration, "practice", places.data, surroundings);
        if (!loaded) {
            spdlog::error("practice goes without {}: {}", each.provider, toText(loaded.error().front()));
            continue;
        }
        text += each.configuration;
        config = std::move(*loaded);
    }
    if (!config) {
        throw std::logic_error{"practice has no provider that could be used"};
    }
    setFallbacks(*config, providers);
    config->practice = true;
    config->phoneUrl = places.phone;
    for (auto& [id, account] : config->accounts) {
        account.account.environment = Environment::practice;
    }
    return std::move(*config);
}

Config practiceStore(const std::filesystem::path& data, const crypto::Secret& master) {
    Config config;
    config.place = store::SqliteFile{data / practiceStoreFile};
    auto key = masterKeyFrom(master);
    if (!key) {
        throw std::runtime_error{"the master key of practice is broken"};
    }
    config.master = std::move(*key);
    return config;
}

const std::vector<PracticePerson>& practicePeople() {
    static const std::vector<PracticePerson> people{{"teller", "Amara Okafor", Role::teller},
                                                    {"officer", "Jonas Weber", Role::officer},
                                                    {"admin", "Ines Duarte", Role::admin}};
    return people;
}

}  // namespace verdesk::backend
