#include "backend/config/secrets.h"

#include "backend/config/secret_file.h"

namespace verdesk::backend {
namespace {

constexpr const char* ways =
    "{ file = \"/etc/verdesk/...\" }, { env = \"NAME\" } or { credential = \"name\" } (a systemd credential)";

}  // namespace

std::optional<crypto::Secret> SecretReader::read(const toml::node& node, const Table& table,
                                                 const std::string& key) const {
    if (node.is_string()) {
        table.complainAt(node, key,
                         std::string{"is a secret and must not stand in this file: put it elsewhere and say "} + ways);
        return std::nullopt;
    }
    const auto* way = node.as_table();
    const auto* value = way != nullptr && way->size() == 1 ? way->begin()->second.as_string() : nullptr;
    const std::string kind = value == nullptr ? "" : std::string{way->begin()->first.str()};
    return readFrom(kind, value == nullptr ? std::string{} : value->get(), node, table, key);
}

std::optional<crypto::Secret> SecretReader::readFrom(const std::string& kind, const std::string& name,
                                                     const toml::node& node, const Table& table,
                                                     const std::string& key) const {
    using Way = SecretSource::Way;
    if (kind == "file") {
        const auto path = folder_ / name;
        auto secret = readSecretFile(path);
        if (!secret) {
            table.complainAt(node, key, secret.error());
            return std::nullopt;
        }
        note(Way::file, table, key, path.string());
        return std::move(*secret);
    }
    if (kind == "env") {
        auto found = surroundings_.environment(name);
        if (!found || found->empty()) {
            table.complainAt(node, key, "the environment has no " + name + ", or it is empty");
            return std::nullopt;
        }
        note(Way::environment, table, key, name);
        return crypto::Secret{std::move(*found)};
    }
    if (kind == "credential") {
        const std::filesystem::path bare{name};
        if (surroundings_.credentials.empty()) {
            table.complainAt(node, key,
                             "there are no systemd credentials here: add LoadCredential=" + name +
                                 ":/path to the unit, or use another way");
            return std::nullopt;
        }
        if (bare.has_parent_path() || bare == "..") {
            table.complainAt(node, key, "a credential is a bare name, without slashes");
            return std::nullopt;
        }
        auto secret = readSecretFile(surroundings_.credentials / bare, false);
        if (!secret) {
            table.complainAt(node, key, secret.error());
            return std::nullopt;
        }
        note(Way::credential, table, key, name);
        return std::move(*secret);
    }
    table.complainAt(node, key, std::string{"must say where the secret is: "} + ways);
    return std::nullopt;
}

void SecretReader::note(SecretSource::Way way, const Table& table, const std::string& key, std::string name) const {
    sources_.push_back({way, table.pathOf(key), std::move(name)});
}

std::optional<crypto::Secret> SecretReader::one(Table& table, const std::string& key) const {
    const auto* node = table.node(key);
    if (node == nullptr) {
        table.complain(key, std::string{"is missing: say where the secret is: "} + ways);
        return std::nullopt;
    }
    return read(*node, table, key);
}

std::vector<crypto::Secret> SecretReader::several(Table& table, const std::string& key) const {
    std::vector<crypto::Secret> all;
    const auto* node = table.node(key);
    const auto* list = node == nullptr ? nullptr : node->as_array();
    if (list == nullptr) {
        if (auto secret = one(table, key)) {
            all.push_back(std::move(*secret));
        }
        return all;
    }
    if (list->empty()) {
        table.complain(key, "is an empty list: without a secret nothing can be trusted");
    }
    for (const auto& each : *list) {
        if (auto secret = read(each, table, key)) {
            all.push_back(std::move(*secret));
        }
    }
    return all;
}

std::optional<crypto::Key> masterKeyFrom(const crypto::Secret& text) {
    auto bytes = text.reveal().size() == 2 * crypto::Key::size ? crypto::fromHex(text.reveal())
                                                               : crypto::fromBase64(text.reveal());
    if (!bytes) {
        return std::nullopt;
    }
    auto key = crypto::Key::from(*bytes);
    crypto::wipe(*bytes);
    return key;
}

}  // namespace verdesk::backend
