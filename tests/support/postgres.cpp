#include "tests/support/postgres.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

namespace verdesk::test {
namespace {

namespace fs = std::filesystem;

std::string findBinaries() {
    if (const char* given = std::getenv("VERDESK_POSTGRES_BIN")) {
        return given;
    }
    std::string newest;
    int newestVersion = 0;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator{"/usr/lib/postgresql", none}) {
        const int version = std::atoi(entry.path().filename().c_str());
        if (version > newestVersion && fs::exists(entry.path() / "bin/postgres")) {
            newestVersion = version;
            newest = (entry.path() / "bin").string();
        }
    }
    if (newest.empty()) {
        throw std::runtime_error{
            "no PostgreSQL server under /usr/lib/postgresql: install the package postgresql, or set "
            "VERDESK_POSTGRES_BIN"};
    }
    return newest;
}

// PostgreSQL refuses to run as root.
const passwd* serverUser() {
    if (geteuid() != 0) {
        return nullptr;
    }
    for (const char* name : {"postgres", "nobody"}) {
        if (const auto* user = getpwnam(name)) {
            return user;
        }
    }
    throw std::runtime_error{"neither a user postgres nor nobody to run the server as"};
}

// Everything is made before the fork: between fork and exec a program with threads may hardly do anything.
int spawn(std::vector<std::string> command, const std::string& folder) {
    std::vector<char*> arguments;
    for (auto& word : command) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    const auto* user = serverUser();
    const auto log = folder + "/log";
    const pid_t child = fork();
    if (child != 0) {
        return child;
    }
    if (user != nullptr && (setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) {
        _exit(126);
    }
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGQUIT);  // a test program that dies takes its server with it
#endif
    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(output, 1);
    dup2(output, 2);
    if (chdir(folder.c_str()) != 0) {
        _exit(126);
    }
    execv(arguments[0], arguments.data());
    _exit(127);
}

using Client = std::unique_ptr<PGconn, decltype(&PQfinish)>;

}  // namespace

Postgres& Postgres::instance() {
    static Postgres one;
    return one;
}

Postgres::Postgres() : bin_{findBinaries()} {
    // Not under TMPDIR: the path of a socket may have about 100 characters only.
    char pattern[] = "/tmp/verdesk-postgres-XXXXXX";
    if (mkdtemp(pattern) == nullptr) {
        throw std::runtime_error{"no temporary folder for PostgreSQL"};
    }
    folder_ = pattern;
    if (const auto* user = serverUser(); user != nullptr && chown(pattern, user->pw_uid, user->pw_gid) != 0) {
        throw std::runtime_error{"the temporary folder cannot be given to the server's user"};
    }
    const int initdb = spawn({bin_ + "/initdb", "-D", folder_ + "/data", "-U", "verdesk", "-A", "trust", "-E", "UTF8",
                              "--locale=C.UTF-8", "--no-sync"},
                             folder_);
    int status = 0;
    waitpid(initdb, &status, 0);
    if (status != 0) {
        throw std::runtime_error{"initdb failed: see " + folder_ + "/log"};
    }
    start();
}

Postgres::~Postgres() {
    stop(SIGQUIT);  // nobody needs what it would write down
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void Postgres::start() {
    process_ = spawn({bin_ + "/postgres", "-D", folder_ + "/data", "-k", folder_, "-c", "listen_addresses=", "-c",
                      "shared_buffers=16MB", "-c", "max_connections=60", "-c", "deadlock_timeout=100ms", "-c",
                      "recovery_init_sync_method=syncfs"},
                     folder_);
    waitUntilReady();
}

void Postgres::stop(int signal) {
    if (process_ > 0) {
        kill(process_, signal);
        waitpid(process_, nullptr, 0);
        process_ = 0;
    }
}

void Postgres::waitUntilReady() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (PQping(connection("postgres").c_str()) != PQPING_OK) {
        int status = 0;
        if (waitpid(process_, &status, WNOHANG) == process_ || std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error{"PostgreSQL did not start: see " + folder_ + "/log"};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
}

std::string Postgres::connection(const std::string& database) const {
    return "host=" + folder_ + " user=verdesk dbname=" + database;
}

std::string Postgres::makeDatabase() {
    const auto name = "test" + std::to_string(++databases_);
    const Client client{PQconnectdb(connection("postgres").c_str()), PQfinish};
    PGresult* const result = PQexec(client.get(), ("create database " + name).c_str());
    const bool made = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    if (!made) {
        throw std::runtime_error{std::string{"create database: "} + PQerrorMessage(client.get())};
    }
    return connection(name);
}

void Postgres::crashAndRestart() {
    stop(SIGQUIT);
    start();
}

}  // namespace verdesk::test
