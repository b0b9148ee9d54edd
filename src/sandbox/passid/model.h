#pragma once
// PASSID's server side as a state machine: sessions, share tokens, verifications, outcomes. Pure: time and randomness
// are passed in, and what is to be pushed comes back as events. Not for several threads.

#include "sandbox/passid/sessions.h"
#include "sandbox/passid/tokens.h"
#include "sandbox/passid/verifications.h"
#include "sandbox/passid/verify_reply.h"

#include <set>

#include <tl/expected.hpp>

namespace verdesk::sandbox::passid {

// Something that a webhook tells. `session` is what it is about, where it is about one.
struct Event {
    std::string type;
    Json data;
    std::optional<std::string> session = {};
};

template <class T>
using Result = tl::expected<T, Refusal>;

struct Ended {
    Session session;
    std::vector<Event> events;
};

struct VerifyCall {
    std::string institution;
    std::string token;
    std::optional<std::string> reference = {};
    std::optional<std::string> idempotencyKey = {};
    std::string request;  // the body in a normal form: the same text means the same request
};

struct Verified {
    StoredReply reply;
    std::vector<Event> events;
};

struct OutcomeReport {
    std::string institution;
    std::string token;
    std::string outcome;
    std::optional<std::string> productType = {};
    std::optional<double> amount = {};
    std::optional<std::string> notes = {};
};

struct Approval {
    std::string person = "amina";
    std::vector<std::string> withhold = {};  // permissions that the customer does not give
    Json overrides = Json::object();         // claims that replace the person's
};

class Model {
public:
    explicit Model(RandomText random);

    // Institution side. A session of another institution is not found.
    Result<Session> request(const NewSession& wanted, Time now);
    Result<Session> session(const std::string& institution, std::string_view id, Time now);
    Verified verify(const VerifyCall& call, Time now);
    Result<Verification> record(const std::string& institution, std::string_view token) const;
    Result<Event> reportOutcome(const OutcomeReport& report);

    // Open to everybody: 410 once it has ended.
    Result<Session> publicView(std::string_view idOrCode, Time now);

    // Wallet side; `user` is a person's id.
    Result<ShareToken> share(const NewToken& wanted, Time now);
    Result<ShareToken> revoke(const std::string& user, std::string_view token);
    std::vector<ShareToken> history(const std::string& user) const;
    Result<Ended> fulfil(std::string_view id, const std::string& user, std::string_view token, Time now);
    Result<Session> decline(std::string_view id, Time now);

    // Control: what a test does in the customer's place.
    Result<Ended> approve(std::string_view idOrCode, const Approval& approval, Time now);
    Result<Session> expire(std::string_view idOrCode, Time now);
    Result<ShareToken> makeToken(const std::string& kind, NewToken wanted, Time now);
    std::vector<Session> sessions(Time now) {
        return sessions_.all(now);
    }
    Json verifications() const {
        return verifications_.report();
    }
    VerifyMode& verifyMode() {
        return verifyMode_;
    }

    Json toJson() const;
    void restore(const Json& value);

private:
    // Pending, or why not: 404, or 409 with the status.
    Result<Session*> pending(std::string_view idOrCode, Time now);

    RandomText random_;
    SessionBook sessions_;
    TokenBook tokens_;
    VerificationBook verifications_;
    VerifyMode verifyMode_;
    std::set<std::pair<std::string, std::string>> outcomes_;  // institution, token
};

}  // namespace verdesk::sandbox::passid
