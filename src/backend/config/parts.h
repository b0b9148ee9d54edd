#pragma once
// The parts of a configuration file, each read by a function of its own. Private to this folder.

#include "backend/config/secrets.h"
#include "backend/config/table.h"

namespace verdesk::backend::parts {

// [institution], [branches], [purposes]
void readInstitution(Table& root, Config& config);
// [listen.staff], [listen.public], [listen.ops]
void readListeners(Table& root, Config& config, const std::filesystem::path& folder);
// [store], [keys]
void readStore(Table& root, Config& config, const SecretReader& secrets, const std::filesystem::path& folder);
// [sessions], [desk], [limits], [providers]
void readLimits(Table& root, Config& config, const std::filesystem::path& folder);
// [sender]
void readSender(Table& root, Config& config, const std::filesystem::path& folder);
// [accounts.*] and [flows.*]; the providers look at both.
void readAccountsAndFlows(Table& root, Config& config, const SecretReader& secrets, const Surroundings& surroundings);

// A path relative to the folder of the configuration; a mistake where there is no such file. Empty where missing.
std::filesystem::path readPath(Table& table, const std::string& key, const std::filesystem::path& folder);

// A list of networks, "192.0.2.0/24"; what is none is a mistake.
std::vector<Network> readNetworks(Table& table, const std::string& key);

bool isLoopback(const std::string& address);

}  // namespace verdesk::backend::parts
