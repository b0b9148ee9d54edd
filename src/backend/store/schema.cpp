#include "backend/store/schema.h"

#include "backend/store/migrations.h"

namespace verdesk::backend::store {
namespace {

bool hasMeta(Connection& connection) {
    const auto* query = connection.engine() == Engine::postgres
                            ? "select 1 where to_regclass('meta') is not null"
                            : "select 1 from sqlite_master where type = 'table' and name = 'meta'";
    return !connection.select(query, 1, {}).empty();
}

}  // namespace

std::optional<Schema> schemaOf(const Place& place) {
    if (const auto* sqlite = std::get_if<SqliteFile>(&place); sqlite != nullptr) {
        std::error_code error;
        if (!std::filesystem::exists(sqlite->file, error)) {
            return std::nullopt;  // opening would make it
        }
    }
    Connection connection{place, Access::read};
    Schema schema{0, static_cast<std::int64_t>(migrations().size())};
    if (hasMeta(connection)) {
        for (auto& row : connection.select("select value from meta where name = 'schema'", 1, {})) {
            row.into(schema.found);
        }
    }
    return schema;
}

}  // namespace verdesk::backend::store
