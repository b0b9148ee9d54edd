// [store] and [keys].
#include "backend/config/parts.h"

#include <algorithm>

namespace verdesk::backend::parts {

namespace {

void readPrevious(Table& keys, Config& config, const SecretReader& secrets) {
    const auto text = secrets.one(keys, "previous");
    auto key = text ? masterKeyFrom(*text) : std::nullopt;
    if (text && !key) {
        keys.complain("previous", "is not a master key");
    } else if (key && std::equal(key->bytes().begin(), key->bytes().end(), config.master.bytes().begin())) {
        keys.complain("previous", "is the same as keys.master: make a new one with \"verdeskd keys init FILE\"");
    } else if (key && config.masterVersion < 2) {
        keys.complain("version", "must count up where keys.previous is given: 2 for the second master key");
    }
    config.previousMaster = std::move(key);
}

}  // namespace

void readStore(Table& root, Config& config, const SecretReader& secrets, const std::filesystem::path& folder) {
    auto table = root.table("store");
    const bool sqlite = table.has("sqlite");
    const bool postgres = table.has("postgres");
    if (sqlite == postgres) {
        table.complain({},
                       "needs either sqlite = \"/var/lib/verdesk/verdesk.db\" or postgres = { file = \"...\" }, "
                       "where the file holds the connection string");
    }
    if (sqlite) {
        if (const auto file = table.text("sqlite"); file && file->empty()) {
            table.complain("sqlite", "is empty: give the path of the file");
        } else if (file) {
            config.place = store::SqliteFile{folder / *file};
        }
    }
    if (postgres) {
        if (auto connection = secrets.one(table, "postgres")) {
            config.place = store::PostgresServer{std::move(*connection)};
        }
    }
    table.finish();

    auto keys = root.table("keys");
    if (const auto text = secrets.one(keys, "master")) {
        if (auto key = masterKeyFrom(*text)) {
            config.master = std::move(*key);
        } else {
            keys.complain("master", "is not a master key: make one with \"verdeskd keys init FILE\"");
        }
    }
    config.masterVersion = static_cast<int>(keys.integer("version", 1, 1'000'000).value_or(config.masterVersion));
    if (keys.has("previous")) {
        readPrevious(keys, config, secrets);
    }
    keys.finish();
}

}  // namespace verdesk::backend::parts
