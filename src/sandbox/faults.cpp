#include "sandbox/faults.h"

#include <array>
#include <utility>

namespace verdesk::sandbox {

namespace {

struct Count {
    const char* name;
    int RouteFaults::*member;
    Mishap mishap;
};

constexpr std::array counts{
    Count{"dropBefore", &RouteFaults::dropBefore, Mishap::dropBefore},
    Count{"drop", &RouteFaults::drop, Mishap::drop},
    Count{"fail429", &RouteFaults::fail429, Mishap::fail429},
    Count{"fail500", &RouteFaults::fail500, Mishap::fail500},
    Count{"malformed", &RouteFaults::malformed, Mishap::malformed},
    Count{"nonsense", &RouteFaults::nonsense, Mishap::nonsense},
};

constexpr std::array<std::pair<const char*, WebhookMode>, 4> webhookModes{{{"normal", WebhookMode::normal},
                                                                           {"twice", WebhookMode::twice},
                                                                           {"before-reply", WebhookMode::beforeReply},
                                                                           {"never", WebhookMode::never}}};

}  // namespace

Faults::Faults(std::vector<std::string> routes) : names_(std::move(routes)) {
    names_.emplace_back("any");
}

void Faults::addFlag(std::string name, bool usual) {
    flags_.emplace(name, usual);
    usualFlags_.emplace(std::move(name), usual);
}

bool Faults::flag(const std::string& name) const {
    return flags_.at(name);
}

Faults::Taken Faults::take(const std::string& route) {
    Taken taken;
    for (const auto& name : {route, std::string{"any"}}) {
        const auto found = routes_.find(name);
        if (found == routes_.end()) {
            continue;
        }
        auto& faults = found->second;
        taken.latency += faults.latency;
        for (const auto& count : counts) {
            if (taken.mishap == Mishap::none && faults.*count.member > 0) {
                --(faults.*count.member);
                taken.mishap = count.mishap;
                taken.retryAfterSeconds = faults.retryAfterSeconds;
            }
        }
    }
    return taken;
}

void Faults::set(Body body) {
    const auto route = body.choice("route", names_).value_or("any");
    RouteFaults faults;
    faults.latency = std::chrono::milliseconds{body.integer("latencyMs", 0, 600'000).value_or(0)};
    for (const auto& count : counts) {
        faults.*count.member = static_cast<int>(body.integer(count.name, 0, 1'000'000).value_or(0));
    }
    faults.retryAfterSeconds = static_cast<int>(body.integer("retryAfterSeconds", 0, 3600).value_or(1));
    const auto webhook = body.choice("webhook", {"normal", "twice", "before-reply", "never"});
    auto flags = flags_;
    for (auto& [name, on] : flags) {
        on = body.flag(name).value_or(on);
    }
    body.refuseOthers();
    routes_[route] = faults;
    for (const auto& [name, mode] : webhookModes) {
        if (webhook == name) {
            webhook_ = mode;
        }
    }
    flags_ = std::move(flags);
}

void Faults::clear() {
    routes_.clear();
    webhook_ = WebhookMode::normal;
    flags_ = usualFlags_;
}

Json Faults::toJson() const {
    Json routes = Json::object();
    for (const auto& [name, faults] : routes_) {
        Json one{{"latencyMs", faults.latency.count()}, {"retryAfterSeconds", faults.retryAfterSeconds}};
        for (const auto& count : counts) {
            one[count.name] = faults.*count.member;
        }
        routes[name] = std::move(one);
    }
    Json value{{"routes", std::move(routes)}};
    for (const auto& [name, on] : flags_) {
        value[name] = on;
    }
    for (const auto& [name, mode] : webhookModes) {
        if (mode == webhook_) {
            value["webhook"] = name;
        }
    }
    return value;
}

}  // namespace verdesk::sandbox
