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
    if (kind == "file") {
        auto secret = readSecretFile(folder_ / value->get());
        if (!secret) {
            table.complainAt(node, key, secret.error());
            return std::nullopt;
        }
        return std::move(*secret);
    }
    if (kind == "env") {
        auto found = surroundings_.environment(value->get());
        if (!found || found->empty()) {
            table.complainAt(node, key, "the environment has no " + value->get() + ", or it is empty");
            return std::nullopt;
        }
        return crypto::Secret{std::move(*found)};
    }
    if (kind == "credential") {
        const std::filesystem::path name{value->get()};
        if (surroundings_.credentials.empty()) {
            table.complainAt(node, key,
                             "there are no systemd credentials here: add LoadCredential=" + value->get() +
                                 ":/path to the unit, or use another way");
            return std::nullopt;
        }
        if (name.has_parent_path() || name == "..") {
            table.complainAt(node, key, "a credential is a bare name, without slashes");
            return std::nullopt;
        }
        auto secret = readSecretFile(surroundings_.credentials / name, false);
        if (!secret) {
            table.complainAt(node, key, secret.error());
            return std::nullopt;
        }
        return std::move(*secret);
    }
    table.complainAt(node, key, std::string{"must say where the secret is: "} + ways);
    return std::nullopt;
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
