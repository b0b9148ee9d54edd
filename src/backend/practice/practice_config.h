#pragma once
// Practice mode: an invented bank with everything configured, over the sandbox. Nothing else needs to be installed or
// written down, and nothing of it ever reaches a provider.

#include "backend/config/load.h"
#include "crypto/secret.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace verdesk::backend {

// A provider's double in the sandbox, as it tells itself how to use it.
struct PracticeProvider {
    std::string provider;       // id in the registry
    std::string configuration;  // [accounts.*] and [flows.*], which name their secrets by { env = "..." }
    std::map<std::string, crypto::Secret> secrets;
    // Flows of its own, and what the desk offers where one cannot be used; of whichever provider. One that is not there
    // is offered by nobody.
    std::map<std::string, std::string> fallbacks = {};
};

struct PracticePlaces {
    std::filesystem::path data;   // the store lives there
    std::string phone;            // address of the customer's phone
    std::uint16_t staffPort = 0;  // 0: any free one, as for the others
    std::uint16_t publicPort = 0;
    std::uint16_t opsPort = 0;
};

// The bank, with a flow or more at each of the providers. One that this backend does not know, or whose configuration
// it refuses, is left out and logged: practice goes on with the others. Throws std::logic_error where none is left.
Config practiceConfig(const PracticePlaces& places, const crypto::Secret& master,
                      const std::vector<PracticeProvider>& providers);

// Where practice keeps its store and under which key; without any provider.
Config practiceStore(const std::filesystem::path& data, const crypto::Secret& master);

struct PracticePerson {
    std::string name;
    std::string displayName;
    Role role;
};
// One of each role, all in the first branch.
const std::vector<PracticePerson>& practicePeople();
inline constexpr const char* practiceBranch = "012";

}  // namespace verdesk::backend
