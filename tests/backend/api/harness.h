#pragma once
// The staff API behind its true listener and over a true store, with invented staff and a clock that is set by hand.
// Verifications are a double: what is tested here is everything around them.

#include "backend/api/staff_api.h"
#include "backend/auth/sessions.h"
#include "backend/auth/staff_admin.h"
#include "backend/store/store.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/service.h"
#include "contract/problem.h"
#include "http/server.h"
#include "tests/backend/api/http_client.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <QTemporaryDir>

#include <atomic>
#include <thread>

namespace verdesk::backend::test {

class ManualClock : public Clock {
public:
    Instant now() const override {
        return Instant{std::chrono::milliseconds{ms_.load()}};
    }
    void advance(std::chrono::milliseconds time) {
        ms_ += time.count();
    }

private:
    std::atomic<std::int64_t> ms_{1'770'000'000'000};
};

class Harness {
    QTemporaryDir folder_;  // first: the configuration needs it

public:
    explicit Harness(std::function<void(Config&)> change = {});
    ~Harness();
    Harness(const Harness&) = delete;
    Harness& operator=(const Harness&) = delete;

    static constexpr const char* password = "four plain short words";

    // A new session of that person; fails the test program where it is refused.
    std::string signIn(const std::string& name, const std::string& branch = "012");
    HttpClient client(const std::string& token = {});
    // Runs a coroutine on the backend's executor and waits for it.
    template <class Make>
    auto run(Make make) {
        return boost::asio::co_spawn(context_, make(), boost::asio::use_future).get();
    }
    // A verification of that case, written as it is given (state, verdict ...), with its events; the case's verdict
    // gets worse with it, as the service would do.
    VerificationId addVerification(const std::string& caseId, State state, claims::Verdict verdict);
    void worsen(const VerificationId& id, claims::Verdict verdict);

    ManualClock clock;
    Config config;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<Sessions> sessions;
    std::unique_ptr<Verifications> verifications;
    std::unique_ptr<api::StaffApi> api;
    std::unique_ptr<http::Server> server;

private:
    void addStaff();

    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
    std::unique_ptr<PasswordWorker> passwords_;
    std::thread thread_;
};

// The body of POST /cases for that reference.
nlohmann::json openCaseBody(const std::string& reference = "100482-K");

// How the double behaves, until it is set otherwise.
struct FakeVerifications {
    std::atomic<int> starts{0};
    std::atomic<int> tokens{0};
    std::atomic<int> erasures{0};
    std::atomic<int> slowMs{0};         // how long a call takes
    std::atomic<bool> failOnce{false};  // the next call ends with account-down
    std::atomic<bool> crashOnce{false};
};
FakeVerifications& fake();

}  // namespace verdesk::backend::test
