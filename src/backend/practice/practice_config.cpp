#include "backend/practice/practice_config.h"

#include "backend/practice/practice_text.h"

#include <stdexcept>

namespace verdesk::backend {
namespace {

std::string listenersText(const PracticePlaces& places) {
    return "[listen]\nstaff = { port = " + std::to_string(places.staffPort) +
           " }\npublic = { port = " + std::to_string(places.publicPort) +
           ", origin = \"http://127.0.0.1\" }\nops = { port = " + std::to_string(places.opsPort) + " }\n";
}

std::string accountText(const PracticePlaces& places) {
    return "[accounts.passid_practice]\nprovider = \"passid\"\nbase_url = \"" + places.sandbox +
           "/passid\"\nkey = { env = \"key\" }\nwebhook_secret = { env = \"webhook\" }\n"
           "hook_segment = { env = \"segment\" }\n";
}

}  // namespace

Config practiceConfig(const PracticePlaces& places, const PracticeSecrets& secrets) {
    auto surroundings = surroundingsOfProcess();
    surroundings.environment = [&secrets](const std::string& name) -> std::optional<std::string> {
        const auto& secret = name == "master"    ? secrets.master
                             : name == "key"     ? secrets.passidKey
                             : name == "webhook" ? secrets.passidWebhook
                                                 : secrets.hookSegment;
        return std::string{secret.reveal()};
    };
    const auto text = std::string{practiceText} + listenersText(places) + accountText(places);
    auto loaded = parseConfig(text, "practice", places.data, surroundings);
    if (!loaded) {
        throw std::logic_error{toText(loaded.error().front())};
    }
    auto config = std::move(*loaded);
    config.practice = true;
    config.phoneUrl = places.phone;
    for (auto& [id, account] : config.accounts) {
        account.account.environment = Environment::practice;
    }
    return config;
}

const std::vector<PracticePerson>& practicePeople() {
    static const std::vector<PracticePerson> people{{"teller", "Amara Okafor", Role::teller},
                                                    {"officer", "Jonas Weber", Role::officer},
                                                    {"admin", "Ines Duarte", Role::admin}};
    return people;
}

}  // namespace verdesk::backend
