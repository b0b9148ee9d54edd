// Configurations. Secrets come from an environment that has everything; files that one names are looked for below a
// folder that is not there.
#include "backend/config/load.h"
#include "tests/fuzz/sound.h"
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
            const auto* account = loaded->account(flow.account);
            require(account != nullptr, "a flow of an account that is not there is taken");
            const auto* provider = loaded->provider(account->provider);
            require(provider != nullptr, "an account at a provider that is not there is taken");
            // What a flow that nothing is wrong with says of itself.
            requireSound(provider->forms(flow.flow));
            (void)provider->takesParticipants(flow.flow);
            (void)provider->needsKnown(flow.flow);
            for (const auto& origin : provider->pageOrigins(account->account, flow.flow)) {
                require(!origin.empty(), "a page without an origin");
            }
        }
        return;
    }
    require(!loaded.error().empty(), "refused, and no mistake named");
    for (const auto& mistake : loaded.error()) {
        require(!mistake.message.empty(), "a mistake without words");
    }
}

}  // namespace verdesk::fuzz
