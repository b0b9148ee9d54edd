#include "tests/backend/support/fake_passid.h"

#include <boost/asio/this_coro.hpp>

#include <algorithm>

namespace verdesk::test {

using backend::egress::TransportError;
using nlohmann::json;

namespace {

HttpReply reply(int status, const json& body) {
    HttpReply made;
    made.status = status;
    made.body = body.dump();
    made.headers = {{"Content-Type", "application/json"}, {"X-PASSID-API-Version", "1"}};
    return made;
}

std::string afterLast(const std::string& url, char mark) {
    return url.substr(url.rfind(mark) + 1);
}

}  // namespace

std::size_t FakePassid::count(const std::string& what) const {
    return static_cast<std::size_t>(
        std::count_if(sent.begin(), sent.end(), [&](const Sent& each) { return each.what == what; }));
}

json FakePassid::good() {
    return {{"identity_verified", true}, {"sanctions_clear", true}, {"fraud_risk", "low"}, {"tier", "A"},
            {"fsi_score", 812},          {"income_verified", true}};
}

json FakePassid::sanctioned() {
    auto claims = good();
    claims["sanctions_clear"] = false;
    return claims;
}

void FakePassid::approve(const std::string& session, json claims) {
    sessions_.at(session).status = "completed";
    sessions_.at(session).claims = std::move(claims);
}

void FakePassid::decline(const std::string& session, const std::string& reason) {
    sessions_.at(session).status = "declined";
    sessions_.at(session).reason = reason;
}

void FakePassid::offerToken(const std::string& token, json claims) {
    tokens_[token] = {std::move(claims), {}, {}};
}

void FakePassid::denyToken(const std::string& token, const std::string& reason) {
    tokens_[token] = {{}, reason, {}};
}

void FakePassid::next(const std::string& what, Fault fault, int times) {
    for (int i = 0; i < times; ++i) {
        faults_[what].push_back(fault);
    }
}

void FakePassid::release() {
    for (const auto& each : std::exchange(hanging_, {})) {
        each->give();
    }
}

std::size_t FakePassid::hanging() const {
    return hanging_.size();
}

boost::asio::awaitable<HttpReply> FakePassid::send(HttpRequest request, std::chrono::milliseconds) {
    Sent call;
    if (request.method == "GET") {
        call = {"poll", afterLast(request.url, '/'), {}};
    } else if (request.url.ends_with("/verify")) {
        const auto key = findHeader(request.headers, "Idempotency-Key");
        call = {"verify", json::parse(request.body).at("token").get<std::string>(), std::string{key.value_or("")}};
    } else {
        call = {"begin", {}, {}};
    }
    sent.push_back(call);
    auto& faults = faults_[call.what];
    auto fault = Fault::none;
    if (!faults.empty()) {
        fault = faults.front();
        faults.pop_front();
    }
    troubled_ = fault != Fault::none;
    if (fault == Fault::hang) {
        const auto executor = co_await boost::asio::this_coro::executor;
        const auto signal = std::make_shared<backend::Signal>(executor);
        hanging_.push_back(signal);
        co_await signal->wait();
    }
    switch (fault) {
        case Fault::serverError:
            co_return reply(500, {{"error", "out of order"}});
        case Fault::nonsense:
            co_return HttpReply{200, "<html>maintenance", {}};
        case Fault::unauthorised:
            co_return reply(401, {{"error", "bad key"}});
        case Fault::noAnswer:
            throw TransportError{TransportError::Kind::timeout, true, "passid.example: timed out"};
        case Fault::answerLost:
            answer(call);
            throw TransportError{TransportError::Kind::unreachable, true, "passid.example: the connection broke"};
        default:
            co_return answer(call);
    }
}

HttpReply FakePassid::answer(const Sent& call) {
    if (call.what == "begin") {
        return begin();
    }
    return call.what == "poll" ? poll(call.id) : verify(call.id, call.key);
}

HttpReply FakePassid::begin() {
    const auto id = "req_" + std::to_string(order.size() + 1);
    order.push_back(id);
    auto& session = sessions_[id];
    session.expiresAt = now_() + ttl;
    return reply(200, {{"requestId", id},
                       {"code", "AB3X-7YQM"},
                       {"deepLink", "passid://verify-request?r=" + id + "&i=Acme"},
                       {"expiresAt", toText(session.expiresAt)}});
}

HttpReply FakePassid::poll(const std::string& id) {
    const auto found = sessions_.find(id);
    if (found == sessions_.end()) {
        return reply(404, {{"error", "no such request"}});
    }
    auto& session = found->second;
    if (session.status == "pending" && now_() >= session.expiresAt) {
        session.status = "expired";
    }
    json body{{"requestId", id}, {"status", session.status}};
    if (session.status == "completed") {
        body["claims"] = session.claims;
        body["verifiedAt"] = "2026-03-17T14:01:00Z";
    }
    if (!session.reason.empty()) {
        body["denyReason"] = session.reason;
    }
    return reply(200, body);
}

HttpReply FakePassid::verify(const std::string& token, const std::string& key) {
    if (const auto replay = replays_.find(key); replay != replays_.end()) {
        return {200, replay->second, {}};
    }
    json data{{"valid", false}, {"denyReason", "TOKEN_NOT_FOUND"}};
    if (const auto found = tokens_.find(token); found != tokens_.end()) {
        auto& known = found->second;
        if (!known.denied.empty()) {
            data["denyReason"] = known.denied;
        } else if (!known.usedBy.empty()) {
            usedTwice.push_back(token);
            data["denyReason"] = "TOKEN_ALREADY_USED";
        } else {
            known.usedBy = key;
            data = {{"valid", true}, {"token", token}, {"claims", known.claims}};
        }
    }
    const auto answered = reply(200, {{"success", true}, {"data", data}});
    replays_[key] = answered.body;
    return answered;
}

}  // namespace verdesk::test
