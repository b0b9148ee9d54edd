#pragma once
// PASSID's server side as a client that answers from memory: sessions, tokens that are used up, and faults on demand.
// Written from PASSID's documentation, for what the service has to survive; the sandbox is the full double.

#include "backend/egress/http_client.h"
#include "backend/verification/waiting.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace verdesk::test {

class FakePassid : public backend::egress::HttpClient {
public:
    // `now` is PASSID's own clock.
    explicit FakePassid(std::function<Instant()> now) : now_{std::move(now)} {}

    struct Sent {
        std::string what;  // "begin", "poll", "verify"
        std::string id;    // the session's or the token
        std::string key;   // Idempotency-Key
    };
    std::vector<Sent> sent;
    std::size_t count(const std::string& what) const;

    // What the customer does.
    void approve(const std::string& session, nlohmann::json claims = good());
    void decline(const std::string& session, const std::string& reason = {});
    void offerToken(const std::string& token, nlohmann::json claims = good());
    void denyToken(const std::string& token, const std::string& reason);
    static nlohmann::json good();
    static nlohmann::json sanctioned();

    // Tokens that were used up by more than one key; must stay empty.
    std::vector<std::string> usedTwice;

    // Faults for the next calls of that kind, in order; then it works again.
    enum class Fault { none, serverError, nonsense, noAnswer, answerLost, hang, unauthorised };
    void next(const std::string& what, Fault fault, int times = 1);
    // Lets go what hangs: they are answered as if they had come now.
    void release();
    std::size_t hanging() const;
    // Whether the last call met a fault: nothing need come of it without more ado.
    bool troubled() const {
        return troubled_;
    }

    std::chrono::seconds ttl{600};
    std::vector<std::string> order;  // ids of sessions as they were opened

    boost::asio::awaitable<HttpReply> send(HttpRequest request, std::chrono::milliseconds deadline) override;

private:
    struct Session {
        std::string status = "pending";
        nlohmann::json claims;
        std::string reason;
        Instant expiresAt{};
    };
    struct Token {
        nlohmann::json claims;
        std::string denied;
        std::string usedBy;
    };
    HttpReply begin();
    HttpReply poll(const std::string& id);
    HttpReply verify(const std::string& token, const std::string& key);
    HttpReply answer(const Sent& call);

    std::function<Instant()> now_;
    std::map<std::string, Session> sessions_;
    std::map<std::string, Token> tokens_;
    std::map<std::string, std::string> replays_;
    std::map<std::string, std::deque<Fault>> faults_;
    std::vector<std::shared_ptr<backend::Signal>> hanging_;
    bool troubled_ = false;
};

}  // namespace verdesk::test
