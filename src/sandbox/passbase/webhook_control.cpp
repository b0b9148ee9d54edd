// Events that follow from nothing: forged ones, replays, bytes that nobody can read.
#include "sandbox/control.h"
#include "sandbox/passbase/passbase.h"

#include <algorithm>

namespace verdesk::sandbox::passbase {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

Json forgedBody(Body& body) {
    Json value{{"event", body.text("event").value_or("VERIFICATION_REVIEWED")}};
    for (const auto* name : {"key", "authenticationKey", "status"}) {
        if (const auto text = body.text(name)) {
            value[name] = *text;
        }
    }
    for (const auto* name : {"created", "updated", "processed"}) {
        if (const auto time = body.integer(name, 0, 1LL << 40)) {
            value[name] = *time;
        }
    }
    return value;
}

}  // namespace

void Passbase::addWebhookControl(http::Router& router, const std::string& prefix) {
    // One attempt; the answer is the delivery.
    const auto sendOnce = [this](Outgoing outgoing) -> asio::awaitable<Response> {
        if (!parseLoopbackUrl(outgoing.url)) {
            throw BadBody{"url must be an http address of this machine"};
        }
        outgoing.once = true;
        outgoing.after = std::chrono::milliseconds{0};
        const auto delivery = sender_->send(std::move(outgoing));
        co_await sender_->firstAttempt(delivery);
        co_return reply(200, delivery->toJson());
    };
    router.add("POST", prefix + "/webhook", controlled([this, sendOnce](Request request) -> asio::awaitable<Response> {
                   Body body{request.body};
                   const auto raw = body.text("raw", 200'000);    // these bytes, whatever they are
                   const auto text = body.text("text", 200'000);  // in place of the JSON
                   auto wrapping = usualWrapping();
                   wrapping.encrypted = body.flag("encrypted").value_or(wrapping.encrypted);
                   wrapping.badPadding = body.flag("badPadding").value_or(wrapping.badPadding);
                   wrapping.secret = body.text("secret").value_or(wrapping.secret);
                   const auto url = body.text("url");
                   const auto contentType = body.text("contentType");
                   const auto event = forgedBody(body);
                   body.refuseOthers();
                   if (wrapping.secret.size() != crypto::Key::size) {
                       throw BadBody{"secret must have 32 characters"};
                   }
                   auto forged = message(event.at("event"), text.value_or(textOf(event)), wrapping);
                   forged.url = url.value_or(forged.url);
                   forged.body = raw.value_or(forged.body);
                   if (contentType) {
                       forged.headers = {{"Content-Type", *contentType}};
                   }
                   co_return co_await sendOnce(std::move(forged));
               }));
    router.add("POST", prefix + "/deliveries/{event}/replay",
               controlled([this, sendOnce](Request request) -> asio::awaitable<Response> {
                   const auto& all = sender_->deliveries();
                   const auto found = std::find_if(all.begin(), all.end(), [&](const auto& delivery) {
                       return delivery->message.eventId == request.parameters.at("event");
                   });
                   if (found == all.end()) {
                       co_return problem(404, "no such delivery");
                   }
                   co_return co_await sendOnce((*found)->message);
               }));
}

}  // namespace verdesk::sandbox::passbase
