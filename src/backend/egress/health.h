#pragma once
// How each account is answering, from the backend's own calls: for the flow cards. And the accounts that were asked to
// slow down (429).

#include "backend/egress/timing.h"
#include "contract/session.h"

#include <map>
#include <string>

namespace verdesk::backend::egress {

struct HealthPolicy {
    Millis slow{2'000};  // an answer that takes longer on average is slow
    int down = 3;        // failures in a row
};

class Health {
public:
    explicit Health(HealthPolicy policy) : policy_{policy} {}

    void answered(const std::string& account, Millis took);
    void failed(const std::string& account);
    void pauseUntil(const std::string& account, Moment moment);

    // `unknown` until the first call. One failure makes it slow, some in a row make it down.
    Answering answering(const std::string& account) const;
    Moment pausedUntil(const std::string& account) const;

private:
    struct Record {
        double averageMs = 0;
        int failures = 0;
        bool any = false;
        Moment pausedUntil{};
    };
    HealthPolicy policy_;
    std::map<std::string, Record> records_;
};

}  // namespace verdesk::backend::egress
