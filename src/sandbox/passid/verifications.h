#pragma once
// What was verified, under which key, and how often: the proof that a caller verifies no token twice. Pure.

#include "sandbox/clock.h"
#include "sandbox/passid/refusal.h"

#include <map>
#include <optional>
#include <vector>

namespace verdesk::sandbox::passid {

// One carried-out call of verify.
struct Verification {
    std::string id;
    std::string token;  // as normalised
    std::string institution;
    std::optional<std::string> idempotencyKey;
    std::optional<std::string> reference;
    Time at;
    std::optional<DenyReason> denied;
    Json claims = Json::object();
    int replays = 0;  // later calls that got this answer again

    Json toJson() const;
};

struct StoredReply {
    int status = 200;
    std::string body;
};

class VerificationBook {
public:
    // What an institution's key has been used for.
    struct Known {
        std::string request;  // the body of the first call
        StoredReply reply;
        std::size_t verification = 0;
    };
    const Known* known(const std::string& institution, const std::string& key) const;
    void add(Verification verification, const std::string& request, StoredReply reply);
    void replayed(const Known& known, Time at);
    void conflicted(const std::string& token, const std::string& key, Time at);
    // The latest of that token at that institution; null where there is none.
    const Verification* latest(const std::string& institution, const std::string& token) const;

    // {"verifications", "replays", "conflicts", "consumed": {token: times}}
    Json report() const;
    Json toJson() const;
    void restore(const Json& value);

private:
    struct Again {
        std::string token;
        std::string key;
        Time at;
    };
    static Json listOf(const std::vector<Again>& list);

    std::vector<Verification> verifications_;
    std::map<std::pair<std::string, std::string>, Known> known_;
    std::vector<Again> replays_;
    std::vector<Again> conflicts_;
};

}  // namespace verdesk::sandbox::passid
