#include "backend/doctor/store_check.h"

#include <stdexcept>

namespace verdesk::backend::doctor {
namespace {

std::string versions(const store::Schema& schema) {
    return "schema " + std::to_string(schema.found) + ", this program knows up to " + std::to_string(schema.newest);
}

}  // namespace

Finding storeFinding(const std::function<std::optional<store::Schema>()>& ask) {
    std::optional<store::Schema> schema;
    try {
        schema = ask();
    } catch (const std::exception& error) {
        return {Level::wrong, "schema", error.what(), "is the server up, the path right, and may this user use it?"};
    }
    if (!schema || schema->found == 0) {
        return {Level::warning, "schema", "the store was not made yet", "start the backend once: it makes the store"};
    }
    if (schema->found > schema->newest) {
        return {Level::wrong, "schema", "the store is newer than this program: " + versions(*schema),
                "use the version of Verdesk that made it, or a newer one"};
    }
    if (schema->found < schema->newest) {
        return {Level::warning, "schema", "the store waits for its migration: " + versions(*schema),
                "make a backup, and start this version of the backend"};
    }
    return {Level::good, "schema", "the store answers and is up to date: schema " + std::to_string(schema->found), {}};
}

}  // namespace verdesk::backend::doctor
