// Callbacks that follow from nothing: forged ones, replays, bytes that nobody can read.
#include "sandbox/control.h"
#include "sandbox/identomat/identomat.h"

#include <algorithm>

namespace verdesk::sandbox::identomat {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

constexpr std::size_t longest = 200'000;

Json forgedBody(Body& body, const std::string& key) {
    Json value{{"type", body.text("type").value_or("session-status-update")},
               {"callbackApiKey", body.text("callbackApiKey").value_or(key)}};
    for (const auto* name : {"sessionId", "status", "text", "phoneNumber", "email", "sessionLink"}) {
        if (const auto text = body.text(name)) {
            value[name] = *text;
        }
    }
    return value;
}

}  // namespace

void Identomat::addCallbackControl(http::Router& router, const std::string& prefix) {
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
    router.add("POST", prefix + "/callback", controlled([this, sendOnce](Request request) -> asio::awaitable<Response> {
                   Body body{request.body};
                   const auto raw = body.text("raw", longest);  // these bytes, whatever they are
                   const auto url = body.text("url");
                   const auto contentType = body.text("contentType");
                   auto value = forgedBody(body, secrets_.text("identomat_callback_key"));
                   value.update(body.object("more").value_or(Json::object()));
                   if (body.flag("withoutKey").value_or(false)) {
                       value.erase("callbackApiKey");
                   }
                   body.refuseOthers();
                   auto forged = message("forged", raw.value_or(textOf(value)));
                   forged.url = url.value_or(forged.url);
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

}  // namespace verdesk::sandbox::identomat
