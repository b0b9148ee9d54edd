#pragma once
// What is counted, as Prometheus reads it. Labels are few and known: routes by their pattern, accounts by their
// configured name; never an address, an id or a person. Thread-safe.

#include "backend/hooks/receiver.h"
#include "backend/returns/receiver.h"
#include "http/message.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace verdesk::backend {

// What is looked up when somebody asks, instead of being counted.
struct Levels {
    std::size_t openVerifications = 0;
    std::size_t feedPollers = 0;
    std::size_t staffConnections = 0;
    std::size_t publicConnections = 0;
    std::int64_t unmatchedHooks = 0;
    std::int64_t deletions = 0;                // that providers still owe to erased cases
    std::chrono::milliseconds longestOwed{0};  // how long the oldest of them has been waiting
    store::Load writer;
};

class Metrics {
public:
    Metrics();
    ~Metrics();

    // `listener`: "staff", "public", "ops". `route`: the pattern, or empty for none.
    void request(std::string_view listener, std::string_view method, std::string_view route, int status,
                 std::chrono::microseconds took);
    void hook(const std::string& account, HookOutcome outcome);
    // A browser that came back; `provider` is empty for one that we do not have.
    void returned(const std::string& provider, ReturnOutcome outcome);
    // One sending to a provider; status 0: no answer.
    void providerCall(const std::string& account, int status, std::chrono::milliseconds took);
    void set(const Levels& levels);

    // The text format, version 0.0.4.
    std::string text() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace verdesk::backend
