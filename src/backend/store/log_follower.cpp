#include "backend/store/log_follower.h"

#include "backend/store/errors.h"
#include "backend/store/feed_state.h"
#include "backend/store/log_channel.h"

#include <libpq-fe.h>

#include <cstdlib>
#include <memory>
#include <string>

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace verdesk::backend::store {
namespace {

// How long the thread sleeps at most before it looks whether the store is being closed.
constexpr int sliceMs = 100;
constexpr std::chrono::milliseconds slowPoll{1000};
constexpr int pageSize = 500;

void waitReadable(int socket) {
#ifdef _WIN32
    WSAPOLLFD entry{static_cast<SOCKET>(socket), POLLRDNORM, 0};
    WSAPoll(&entry, 1, sliceMs);
#else
    pollfd entry{socket, POLLIN, 0};
    poll(&entry, 1, sliceMs);
#endif
}

}  // namespace

// SOCI has no LISTEN: this is libpq itself.
class LogFollower::Listening {
public:
    explicit Listening(const PostgresServer& server)
        : connection_{PQconnectdb(std::string{server.connection.reveal()}.c_str()), PQfinish} {
        check(PQstatus(connection_.get()) == CONNECTION_OK);
        PQsetNoticeProcessor(
            connection_.get(), [](void*, const char*) {}, nullptr);
        PQclear(PQexec(connection_.get(), "set client_encoding = 'UTF8'"));
        const Result listening{PQexec(connection_.get(), listenStatement), PQclear};
        check(PQresultStatus(listening.get()) == PGRES_COMMAND_OK);
    }

    // Whether a notification came; waits for one slice.
    bool wait() {
        if (!drain()) {
            waitReadable(PQsocket(connection_.get()));
        }
        check(PQconsumeInput(connection_.get()) == 1);
        return drain();
    }

    std::vector<LogEntry> read(std::int64_t after) {
        const auto place = std::to_string(after);
        const auto limit = std::to_string(pageSize);
        const char* const values[] = {place.c_str(), limit.c_str()};
        const Result rows{
            PQexecParams(connection_.get(), "select seq, canonical from events where seq > $1 order by seq limit $2", 2,
                         nullptr, values, nullptr, nullptr, 0),
            PQclear};
        check(PQresultStatus(rows.get()) == PGRES_TUPLES_OK);
        std::vector<LogEntry> entries;
        entries.reserve(static_cast<std::size_t>(PQntuples(rows.get())));
        for (int i = 0; i < PQntuples(rows.get()); ++i) {
            entries.push_back(entryOf(std::strtoll(PQgetvalue(rows.get(), i, 0), nullptr, 10),
                                      eventFrom(PQgetvalue(rows.get(), i, 1))));
        }
        return entries;
    }

private:
    using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

    static void check(bool fine) {
        if (!fine) {
            throw StoreError{Trouble::lost, "the connection that follows the log was lost"};
        }
    }
    bool drain() {
        bool any = false;
        while (auto* notification = PQnotifies(connection_.get())) {
            PQfreemem(notification);
            any = true;
        }
        return any;
    }

    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

LogFollower::LogFollower(PostgresServer server, std::int64_t after, std::function<void(std::vector<LogEntry>)> told)
    : server_{std::move(server)}, after_{after}, told_{std::move(told)}, thread_{[this] { work(); }} {}

LogFollower::~LogFollower() {
    stop_.set();
    thread_.join();
}

void LogFollower::work() {
    Backoff backoff;
    while (!stop_.isSet()) {
        try {
            Listening connection{server_};
            backoff.reset();
            follow(connection);
        } catch (const std::exception&) {
            stop_.waitFor(backoff.next());
        }
    }
}

void LogFollower::follow(Listening& connection) {
    bool look = true;  // what came before we listened
    auto looked = std::chrono::steady_clock::now();
    while (!stop_.isSet()) {
        if (look) {
            looked = std::chrono::steady_clock::now();
            auto entries = connection.read(after_);
            look = entries.size() == pageSize;
            if (!entries.empty()) {
                after_ = entries.back().at;
                told_(std::move(entries));
            }
            continue;
        }
        look = connection.wait() || std::chrono::steady_clock::now() - looked >= slowPoll;
    }
}

}  // namespace verdesk::backend::store
