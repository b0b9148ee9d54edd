#pragma once
// Secrets of a configuration: never in the file itself, always by reference: { file = "..." }, { env = "..." } or
// { credential = "..." } (systemd). A list of them lets a secret rotate: the newest first.

#include "backend/config/secret_source.h"
#include "backend/config/surroundings.h"
#include "backend/config/table.h"
#include "crypto/seal.h"

#include <vector>

namespace verdesk::backend {

class SecretReader {
public:
    // `folder`: what a relative file is relative to. `sources`, which outlives this: told of each secret that was read.
    SecretReader(const Surroundings& surroundings, std::filesystem::path folder, std::vector<SecretSource>& sources)
        : surroundings_{surroundings}, folder_{std::move(folder)}, sources_{sources} {}

    // One reference; nothing, with a mistake noted, where it is missing or cannot be read.
    std::optional<crypto::Secret> one(Table& table, const std::string& key) const;
    // One reference or a list; empty, with a mistake noted, likewise.
    std::vector<crypto::Secret> several(Table& table, const std::string& key) const;

private:
    std::optional<crypto::Secret> read(const toml::node& node, const Table& table, const std::string& key) const;
    std::optional<crypto::Secret> readFrom(const std::string& kind, const std::string& name, const toml::node& node,
                                           const Table& table, const std::string& key) const;
    void note(SecretSource::Way way, const Table& table, const std::string& key, std::string name) const;

    const Surroundings& surroundings_;
    std::filesystem::path folder_;
    std::vector<SecretSource>& sources_;
};

// 32 bytes as base64 or as 64 hexadecimal digits: what `verdeskd keys init` makes.
std::optional<crypto::Key> masterKeyFrom(const crypto::Secret& text);

}  // namespace verdesk::backend
