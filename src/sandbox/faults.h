#pragma once
// What is to go wrong next. Counts are of requests to come: as many of them go wrong in that way, in the order of the
// members below. Pure; not for several threads.

#include "sandbox/body.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace verdesk::sandbox {

struct RouteFaults {
    std::chrono::milliseconds latency{0};  // real time; the request is carried out first, its answer comes late
    int dropBefore = 0;                    // the connection ends, nothing was carried out
    int drop = 0;                          // carried out, the connection ends without an answer
    int fail429 = 0;                       // not carried out
    int retryAfterSeconds = 1;
    int fail500 = 0;    // not carried out
    int malformed = 0;  // carried out, the answer is cut off in the middle of its JSON
    int nonsense = 0;   // carried out, the answer is JSON of types that nobody expects
};

enum class Mishap { none, dropBefore, drop, fail429, fail500, malformed, nonsense };

enum class WebhookMode { normal, twice, beforeReply, never };

class Faults {
public:
    // The routes that there are, besides "any".
    explicit Faults(std::vector<std::string> routes);

    // For one request to that route: what befalls it, counted down. A route's own faults come before those of "any".
    struct Taken {
        Mishap mishap = Mishap::none;
        std::chrono::milliseconds latency{0};
        int retryAfterSeconds = 1;
    };
    Taken take(const std::string& route);

    // {"route", "latencyMs", counts...} replaces the faults of that route; "webhook" and the flags change if given.
    void set(Body body);
    void clear();
    // Something of one double's own that is on or off: "namesSession". `usual`: until it is set, and when cleared.
    void addFlag(std::string name, bool usual = false);
    bool flag(const std::string& name) const;
    Json toJson() const;

    WebhookMode webhook() const {
        return webhook_;
    }

private:
    std::vector<std::string> names_;
    std::map<std::string, RouteFaults> routes_;
    WebhookMode webhook_ = WebhookMode::normal;
    std::map<std::string, bool> flags_;
    std::map<std::string, bool> usualFlags_;
};

}  // namespace verdesk::sandbox
