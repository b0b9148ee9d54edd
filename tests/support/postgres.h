#pragma once
// A PostgreSQL server for the tests of one program: made in a temporary folder from the installed binaries when it is
// first asked for, reached by a Unix socket in that folder alone, and gone with the program, however that ends.

#include <string>

namespace verdesk::test {

class Postgres {
public:
    // Throws std::runtime_error in words where there are no binaries or the server does not start. The program may
    // run as root: the server then runs as `postgres` or `nobody`.
    static Postgres& instance();

    // A new, empty database; returns the libpq connection string.
    std::string makeDatabase();
    // Throws the clients off, as a restart of the server does: immediately, without a clean shutdown.
    void crashAndRestart();

    ~Postgres();
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;

private:
    Postgres();
    void start();
    void stop(int signal);
    void waitUntilReady();
    std::string connection(const std::string& database) const;

    std::string bin_;
    std::string folder_;
    int process_ = 0;
    int databases_ = 0;
};

}  // namespace verdesk::test
