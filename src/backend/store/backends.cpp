#include "backend/store/backends.h"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace verdesk::backend::store {
namespace {

namespace fs = std::filesystem;

// Chosen by us, written into the file's header, so that another program's database is not taken for a store.
constexpr int applicationId = 0x56444b31;  // "VDK1"

sqlite_api::sqlite3* sqliteOf(soci::session& session) {
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

PGconn* postgresOf(soci::session& session) {
    return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

// Readable by its owner alone from the first moment; SQLite gives its side files the same mode.
void makePrivateFile(const fs::path& file) {
    if (file.has_parent_path()) {
        fs::create_directories(file.parent_path());
    }
#ifndef _WIN32
    // O_EXCL, so that a file that is there is never opened: closing it here would drop the locks that SQLite holds on
    // it in this process (POSIX drops them with any descriptor of the file), and another process would take itself for
    // the last and delete the log that this one goes on writing to.
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    std::error_code ignored;  // a file that belongs to somebody else is SQLite's to complain about
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
#endif
}

StoreError sqliteError(int code, const std::string& text) {
    const int primary = code & 0xff;
    const bool again = primary == SQLITE_BUSY || primary == SQLITE_LOCKED;
    return {again ? Trouble::repeat : Trouble::failed, "SQLite: " + text};
}

StoreError postgresError(PGconn* connection, const std::string& state, const std::string& text) {
    auto trouble = Trouble::failed;
    // 08: connection exceptions. 57P01 to 57P03: the server shuts down, crashed, or is starting. 40: a deadlock or a
    // serialization failure. 55P03: a lock was not to be had in time. 25006: a server that only reads (a standby).
    if (PQstatus(connection) == CONNECTION_BAD || state.starts_with("08") || state.starts_with("57P0") ||
        state == "25006" || state == "25P03") {
        trouble = Trouble::lost;
    } else if (state.starts_with("40") || state == "55P03") {
        trouble = Trouble::repeat;
    }
    return {trouble, "PostgreSQL: " + text};
}

std::string firstLine(const char* text) {
    const std::string whole = text == nullptr ? "" : text;
    return whole.substr(0, whole.find('\n'));
}

void runPostgres(PGconn* connection, const char* text, const char* expectedTag) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result{PQexec(connection, text), PQclear};
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        throw postgresError(connection, state == nullptr ? "" : state, firstLine(PQerrorMessage(connection)));
    }
    if (expectedTag != nullptr && std::strcmp(PQcmdStatus(result.get()), expectedTag) != 0) {
        // COMMIT of a transaction that failed is a ROLLBACK without an error.
        throw StoreError{Trouble::failed, "PostgreSQL rolled the transaction back"};
    }
}

std::unique_ptr<soci::session> openSqlite(const SqliteFile& place, Access access) {
    const auto path = place.file.string();
    if (path.find('"') != std::string::npos) {
        throw StoreError{Trouble::failed, path + ": a path with a quotation mark cannot be opened"};
    }
    makePrivateFile(place.file);
    try {
        // SOCI takes the value up to the closing quotation mark. The time-out is in seconds.
        auto session = std::make_unique<soci::session>(soci::sqlite3, "db=\"" + path + "\" timeout=15");
        const auto run = [&](const char* text) { runRaw(*session, Engine::sqlite, text); };
        run("pragma journal_mode = wal");
        run("pragma synchronous = full");
        run("pragma fullfsync = on");  // macOS: a plain fsync does not reach the disk there
        run("pragma foreign_keys = on");
        run("pragma secure_delete = on");
        run("pragma cell_size_check = on");
        run("pragma trusted_schema = off");
        run("pragma temp_store = memory");
        run("pragma wal_autocheckpoint = 4000");
        run("pragma journal_size_limit = 67108864");
        run("pragma cache_size = -16000");
        int id = 0;
        *session << "pragma application_id", soci::into(id);
        if (id == 0 && access == Access::write) {
            run(("pragma application_id = " + std::to_string(applicationId)).c_str());
        } else if (id != 0 && id != applicationId) {
            throw StoreError{Trouble::failed, "it is another program's database"};
        }
        if (access == Access::read) {
            run("pragma query_only = on");
        }
        return session;
    } catch (const soci::soci_error& error) {
        throw StoreError{Trouble::failed, path + " cannot be opened as a store: " + error.get_error_message()};
    } catch (const StoreError& error) {
        throw StoreError{error.trouble(), path + " cannot be opened as a store: " + error.what()};
    }
}

std::unique_ptr<soci::session> openPostgres(const PostgresServer& place, Access access) {
    try {
        auto session = std::make_unique<soci::session>(soci::postgresql, std::string{place.connection.reveal()});
        auto* const connection = postgresOf(*session);
        PQsetErrorVerbosity(connection, PQERRORS_TERSE);  // the details of an error quote values of rows
        PQsetNoticeProcessor(
            connection, [](void*, const char*) {}, nullptr);
        const auto run = [&](const char* text) { runPostgres(connection, text, nullptr); };
        run("set client_encoding = 'UTF8'");
        run("set extra_float_digits = 1");
        // A replica that hangs inside a batch would hold the head of the log for all others.
        run("set idle_in_transaction_session_timeout = '20s'");
        if (access == Access::write) {
            run("select set_config('synchronous_commit', 'on', false) "
                "where current_setting('synchronous_commit') in ('off', 'local')");
        }
        return session;
    } catch (const soci::soci_error& error) {
        const auto text = firstLine(error.get_error_message().c_str());
        throw StoreError{Trouble::lost, "the PostgreSQL server cannot be reached: " + text};
    }
}

}  // namespace

std::unique_ptr<soci::session> openSession(const Place& place, Access access) {
    if (const auto* sqlite = std::get_if<SqliteFile>(&place)) {
        return openSqlite(*sqlite, access);
    }
    return openPostgres(std::get<PostgresServer>(place), access);
}

StoreError translate(soci::session& session, Engine engine, const soci::soci_error& error) {
    // get_error_message() is without the context that SOCI adds, in which the bound values stand.
    const auto text = firstLine(error.get_error_message().c_str());
    if (engine == Engine::sqlite) {
        const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
        return sqliteError(sqlite == nullptr ? SQLITE_ERROR : sqlite->result(), text);
    }
    const auto* postgres = dynamic_cast<const soci::postgresql_soci_error*>(&error);
    return postgresError(postgresOf(session), postgres == nullptr ? "" : postgres->sqlstate(), text);
}

void runRaw(soci::session& session, Engine engine, const char* text) {
    if (engine == Engine::postgres) {
        runPostgres(postgresOf(session), text, nullptr);
        return;
    }
    auto* const connection = sqliteOf(session);
    const int code = sqlite_api::sqlite3_exec(connection, text, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throw sqliteError(code, sqlite_api::sqlite3_errmsg(connection));
    }
}

void commitRaw(soci::session& session, Engine engine) {
    if (engine == Engine::postgres) {
        runPostgres(postgresOf(session), "commit", "COMMIT");
    } else {
        runRaw(session, engine, "commit");
    }
}

bool lostRaw(soci::session& session, Engine engine) {
    return engine == Engine::postgres && PQstatus(postgresOf(session)) == CONNECTION_BAD;
}

bool usableRaw(soci::session& session, Engine engine) {
    if (engine == Engine::postgres) {
        return PQtransactionStatus(postgresOf(session)) == PQTRANS_INTRANS;
    }
    return sqlite_api::sqlite3_get_autocommit(sqliteOf(session)) == 0;
}

}  // namespace verdesk::backend::store
