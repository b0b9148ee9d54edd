#pragma once
// A customer's visits to the button and the hosted link: who it is, and what came of it. Pure.

#include "sandbox/body.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::sandbox::passbase {

enum class VisitStatus { open, submitted, failed };

std::string_view nameOf(VisitStatus status);

struct Visit {
    std::string id;
    bool link = false;    // the hosted one; otherwise the button
    std::string email;    // as it was handed over, or typed in
    std::string country;  // alpha-2, as it was handed over
    Json metadata;        // as it was decrypted; null where there is none or it could not be
    VisitStatus status = VisitStatus::open;
    std::string key;             // of the identity, once there is one
    bool authenticated = false;  // a known face rather than a new identity
    std::string code;            // why it failed: CANCELLED_BY_USER ...
    std::string step;            // where

    Json toJson() const;
    static Visit from(const Json& value);
};

class Visits {
public:
    explicit Visits(std::function<std::string()> random) : random_(std::move(random)) {}

    const Visit& open(Visit wanted);
    // Null where there is none.
    const Visit* find(const std::string& id) const;
    // False where it is over, or there is none.
    bool setEmail(const std::string& id, const std::string& email);
    bool submit(const std::string& id, const std::string& key, bool authenticated);
    bool fail(const std::string& id, const std::string& code, const std::string& step);
    std::vector<Visit> all() const;  // oldest first

    Json toJson() const;
    void restore(const Json& value);

private:
    Visit* openOne(const std::string& id);

    std::function<std::string()> random_;
    std::map<std::string, Visit> visits_;
    std::vector<std::string> order_;
};

}  // namespace verdesk::sandbox::passbase
