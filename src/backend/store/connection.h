#pragma once
// One connection to the database, with the statements that were prepared on it. Belongs to one thread. For the store's
// own folder.

#include "backend/store/place.h"
#include "backend/store/statement.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace verdesk::backend::store {

enum class Access { write, read };

class Connection {
public:
    // Throws StoreError that names the place (without what is secret of it).
    Connection(const Place& place, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    soci::session& sql();
    Engine engine() const {
        return engine_;
    }
    std::vector<Row> select(std::string_view text, std::size_t columns, std::span<const Bound> values);
    std::int64_t execute(std::string_view text, std::span<const Bound> values);
    // Without parameters or results; on PostgreSQL several statements may go in one round trip.
    void run(const char* text);
    // Ends the transaction. Throws StoreError; with Trouble::lost nobody knows whether it took place.
    void commit();
    // Never throws: what cannot be rolled back is a connection to be thrown away.
    void rollback() noexcept;
    // Whether the server is gone.
    bool lost() const;
    // Whether a transaction is open and can go on: a statement that failed inside it on PostgreSQL ends that until a
    // rollback, and some failures of SQLite roll back by themselves.
    bool usable() const;

private:
    class Prepared;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    Prepared& prepared(std::string_view text, std::size_t columns, std::span<const Bound> values);
    template <class Work>
    auto guarded(std::string_view text, Work work);

    Engine engine_;
    std::unique_ptr<soci::session> session_;
    std::unordered_map<std::string, std::unique_ptr<Prepared>, Hash, std::equal_to<>> prepared_;
};

Engine engineOf(const Place& place);
// For messages: the file's path, or "the PostgreSQL server".
std::string nameOf(const Place& place);

}  // namespace verdesk::backend::store
