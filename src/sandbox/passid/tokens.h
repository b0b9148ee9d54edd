#pragma once
// Share tokens: the one-time ones of the wallet ("PASSID-AB3X-7YQM-K9PQ-3MNX") and the three fixed ones of the sandbox.
// Pure: time is passed in.

#include "sandbox/clock.h"
#include "sandbox/passid/people.h"
#include "sandbox/passid/refusal.h"

#include <map>
#include <optional>

namespace verdesk::sandbox::passid {

struct ShareToken {
    std::string text;
    std::string user;  // the person's id
    std::vector<std::string> permissions;
    std::optional<std::string> institution;  // only that one may verify it; anybody otherwise
    Time issuedAt;
    std::optional<Time> expiresAt;
    bool oneTime = true;
    bool revoked = false;
    bool used = false;
    bool sanctioned = false;
    Json claims;  // what the permissions show

    Json toJson() const;
    static ShareToken from(const Json& value);
};

struct NewToken {
    std::string user;
    std::vector<std::string> permissions;  // empty: all
    std::optional<std::string> institution = {};
    std::chrono::milliseconds lifetime = std::chrono::minutes{15};  // not documented
    bool oneTime = true;
    Json overrides = Json::object();  // claims that replace the person's
};

// Trimmed, upper case.
std::string normaliseToken(std::string_view text);

class TokenBook {
public:
    explicit TokenBook(RandomText random);

    // The person exists and the permissions are known.
    ShareToken& issue(const NewToken& wanted, Time now);
    // Null where there is none.
    ShareToken* find(std::string_view text);
    // Why that institution may not use it now; nothing where it may.
    std::optional<DenyReason> check(const ShareToken& token, const std::string& institution, Time now) const;
    std::vector<ShareToken> ofUser(const std::string& user) const;

    Json toJson() const;
    void restore(const Json& value);

private:
    RandomText random_;
    std::map<std::string, ShareToken, std::less<>> tokens_;
};

}  // namespace verdesk::sandbox::passid
