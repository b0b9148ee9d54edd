#pragma once
// Where the store lives.

#include "crypto/secret.h"

#include <filesystem>
#include <variant>

namespace verdesk::backend::store {

struct SqliteFile {
    std::filesystem::path file;
};
// A libpq connection string; may hold a password.
struct PostgresServer {
    crypto::Secret connection;
};
using Place = std::variant<SqliteFile, PostgresServer>;

}  // namespace verdesk::backend::store
