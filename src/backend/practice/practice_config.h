#pragma once
// Practice mode: an invented bank with everything configured, over the sandbox. Nothing else needs to be installed or
// written down, and nothing of it ever reaches a provider.

#include "backend/config/load.h"
#include "crypto/secret.h"

#include <filesystem>
#include <string>
#include <vector>

namespace verdesk::backend {

// What practice keeps under its folder between two starts, made at the first.
struct PracticeSecrets {
    crypto::Secret master;
    crypto::Secret passidKey;
    crypto::Secret passidWebhook;
    crypto::Secret hookSegment;
};

struct PracticePlaces {
    std::filesystem::path data;   // the store lives there
    std::string sandbox;          // origin, "http://127.0.0.1:40001"
    std::string phone;            // address of the customer's phone
    std::uint16_t staffPort = 0;  // 0: any free one, as for the others
    std::uint16_t publicPort = 0;
    std::uint16_t opsPort = 0;
};

// Throws std::logic_error where the text that is built in is wrong (a test reads it).
Config practiceConfig(const PracticePlaces& places, const PracticeSecrets& secrets);

struct PracticePerson {
    std::string name;
    std::string displayName;
    Role role;
};
// One of each role, all in the first branch.
const std::vector<PracticePerson>& practicePeople();
inline constexpr const char* practiceBranch = "012";

}  // namespace verdesk::backend
