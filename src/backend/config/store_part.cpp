// [store] and [keys].
#include "backend/config/parts.h"

namespace verdesk::backend::parts {

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
    keys.finish();
}

}  // namespace verdesk::backend::parts
