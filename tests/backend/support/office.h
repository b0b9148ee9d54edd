#pragma once
// A branch with everything behind it: a real store, PASSID's adapter, a PASSID in memory and a clock that is moved by
// hand. The verification service in it can be killed and started again.

#include "backend/egress/driver.h"
#include "backend/events/check.h"
#include "backend/hooks/receiver.h"
#include "backend/verification/service.h"
#include "contract/problem.h"
#include "tests/backend/support/browser_provider.h"
#include "tests/backend/support/fake_passid.h"
#include "tests/backend/support/fake_time.h"
#include "tests/backend/support/fake_web.h"
#include "tests/backend/support/scripted_provider.h"

#include <boost/asio/co_spawn.hpp>

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::test {

inline constexpr const char* goodToken = "PASSID-AB3X-7YQM-K9PQ-3MNX";

// One backend process without its listeners.
struct Replica {
    ~Replica();
    std::unique_ptr<backend::store::Store> store;
    std::unique_ptr<backend::egress::Egress> egress;
    std::unique_ptr<backend::Verifications> service;
    std::unique_ptr<backend::HookReceiver> receiver;
};

class Office {
public:
    explicit Office(std::optional<backend::store::Place> place = {});
    ~Office();

    // As kill -9 and a new start: what was under way is gone, the store and PASSID are as they are.
    void kill();
    void start();
    void restart() {
        kill();
        start();
    }
    // Changes places with the process that is spoken to: a second one over the same store, on the same PASSID. The
    // first goes on beside it. Only on PostgreSQL.
    void speakToAnother();
    void killAnother();

    CaseId openCase(const std::string& reference = "K-1001");
    void closeCase(const CaseId& id);
    backend::store::CaseRow caseRow(const CaseId& id);
    backend::store::VerificationRow row(const VerificationId& id);
    std::vector<std::string> rawAnswers(const VerificationId& id);
    std::vector<std::string> events(const VerificationId& id);  // types, oldest first
    std::vector<std::string> eventsOf(const CaseId& id);
    // The verification that the log says had the token of this one before; empty where it names none.
    std::string earlier(const VerificationId& id);
    std::int64_t hooks(backend::store::HookState state);
    std::vector<std::string> faults();  // of check-store
    std::size_t unanswered();

    // Until PASSID has answered, unless it was told to make trouble.
    Verification startQr(const CaseId& id);
    Verification startToken(const CaseId& id);
    // Of the provider that works in a browser.
    Verification startBrowser(const CaseId& id);
    // Of the scripted one; `more`: all but the flow and the launch.
    Verification startScripted(const CaseId& id, StartVerification more = {});
    int tellScripted(const nlohmann::json& body);  // its webhook
    void erase(const CaseId& id, const std::string& reason = "asked for");
    // Closed and erased, while something else is under way.
    boost::asio::awaitable<void> closesAndErases(CaseId id);
    Verification returned(const VerificationId& id, providers::Return what, const std::string& key = "r1");
    // As the listener for browsers sees it: whether the address belonged to anything.
    bool cameBack(const std::string& url, bool back = false, const std::string& provider = "browser");
    int tell(const nlohmann::json& body);  // its webhook
    Verification token(const VerificationId& id, const std::string& text = goodToken, const std::string& key = "k1");
    Verification cancel(const VerificationId& id);
    Verification get(const VerificationId& id);
    // The code of the problem that `work` throws, or "" where it throws none.
    std::string problemOf(const std::function<void()>& work);

    // A webhook as PASSID sends it; returns the status.
    int push(const nlohmann::json& event, const std::string& secret = "whsec_new");
    int pushBody(const std::string& body, const std::string& signature, const std::string& segment = "seg");
    // verification.completed; names the session or the token where they are given.
    static nlohmann::json completed(const std::string& id, const nlohmann::json& claims,
                                    const std::string& requestId = {}, const std::string& token = {});

    // Waits in real time for what other threads do, without moving the clock.
    bool until(const std::function<bool()>& holds);
    bool reaches(const VerificationId& id, State state);
    void advance(std::chrono::milliseconds by);
    // The same in steps, so that what other threads do keeps up with it.
    void advance(std::chrono::milliseconds by, std::chrono::milliseconds step);
    // Until nothing is under way any more: for what must not happen.
    void settleDown();

    template <class T>
    T run(boost::asio::awaitable<T> work);
    template <class Query>
    auto read(Query query) {
        return run(store->read(query));
    }
    template <class Change>
    auto write(Change change) {
        return run(store->write(change));
    }

    // Of killed services: what was under way in them still points here. Before `io`, which destroys that last.
    std::vector<std::unique_ptr<backend::egress::Egress>> graveyard;
    ScriptedProvider scripted;
    boost::asio::io_context io;
    FakeTime time{io};
    QTemporaryDir folder;
    backend::Config config;
    crypto::Key master = crypto::Key::random();
    backend::Who who;
    FakePassid passid{[this] { return time.now(); }};
    FakeWeb web{"https://passid.example", passid};
    std::unique_ptr<backend::store::Store> store;
    std::unique_ptr<backend::egress::Egress> egress;
    std::unique_ptr<backend::Verifications> service;
    std::unique_ptr<backend::HookReceiver> receiver;
    std::vector<backend::HookOutcome> received;
    std::vector<providers::Relay> relayed;
    backend::Sent sends = backend::Sent::taken;  // what the institution's sender says

private:
    std::function<void(backend::store::Transaction&)> closes(const CaseId& id) const;
    Verification answered(Verification seen, State whileAsked);
    void bury(std::unique_ptr<backend::egress::Egress> dead);
    struct Timing;
    std::unique_ptr<Replica> another_;
    std::unique_ptr<Timing> timing_;
};

template <class T>
T Office::run(boost::asio::awaitable<T> work) {
    using Held = std::conditional_t<std::is_void_v<T>, std::monostate, T>;
    std::optional<Held> result;
    std::exception_ptr failure;
    bool done = false;
    if constexpr (std::is_void_v<T>) {
        boost::asio::co_spawn(io, std::move(work), [&](std::exception_ptr why) {
            failure = std::move(why);
            result.emplace();
            done = true;
        });
    } else {
        boost::asio::co_spawn(io, std::move(work), [&](std::exception_ptr why, T value) {
            failure = std::move(why);
            if (!failure) {
                result.emplace(std::move(value));
            }
            done = true;
        });
    }
    if (!until([&] { return done; })) {
        throw std::runtime_error{"nothing came of it within ten seconds"};
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

}  // namespace verdesk::test
