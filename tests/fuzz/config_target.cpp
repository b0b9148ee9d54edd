// Configurations. Secrets come from an environment that has everything; files that one names are looked for below a
// folder that is not there.
#include "backend/config/load.h"
#include "tests/fuzz/targets.h"

namespace verdesk::fuzz {

void config(std::string_view, std::string_view input) {
    static const auto surroundings = [] {
        auto made = backend::surroundingsOfProcess();
        made.environment = [](const std::string& name) -> std::optional<std::string> {
            return name.empty() ? std::nullopt : std::optional{std::string(64, 'a')};
        };
        made.credentials = "/nowhere";
        return made;
    }();
    const auto loaded = backend::parseConfig(input, "fuzz.toml", "/nowhere", surroundings);
    if (loaded) {
        require(!loaded->flows.empty(), "a configuration without a flow is taken");
        for (const auto& flow : loaded->flows) {
            require(loaded->account(flow.account) != nullptr, "a flow of an account that is not there is taken");
        }
        return;
    }
    require(!loaded.error().empty(), "refused, and no mistake named");
    for (const auto& mistake : loaded.error()) {
        require(!mistake.message.empty(), "a mistake without words");
    }
}

}  // namespace verdesk::fuzz
