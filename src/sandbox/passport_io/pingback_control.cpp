// Pingbacks that follow from nothing: forged ones, replays, bytes that are no JSON.
#include "sandbox/control.h"
#include "sandbox/passport_io/passport_io.h"

#include <algorithm>

namespace verdesk::sandbox::passport_io {

namespace asio = boost::asio;
using http::Request;
using http::Response;

void PassportIo::addPingbackControl(http::Router& router, const std::string& prefix) {
    // One attempt each; the answer is the delivery.
    const auto sendOnce = [this](std::string body, const std::optional<std::string>& url) -> asio::awaitable<Response> {
        if (url.value_or(settings_.pingbackUrl).empty()) {
            throw BadBody{"no pingbackUrl is configured"};
        }
        if (url && !parseLoopbackUrl(*url)) {
            throw BadBody{"url must be an http address of this machine"};
        }
        auto message = pingback(std::move(body), std::chrono::milliseconds{0});
        message.url = url.value_or(message.url);
        message.once = true;
        const auto delivery = sender_->send(std::move(message));
        co_await sender_->firstAttempt(delivery);
        co_return reply(200, delivery->toJson());
    };
    router.add("POST", prefix + "/pingback", controlled([this, sendOnce](Request request) -> asio::awaitable<Response> {
                   Body body{request.body};
                   const auto text = body.text("text", 200'000);
                   const auto reference = body.text("referenceId");
                   const auto url = body.text("url");
                   const auto completion = Completion::from(body, {});
                   body.refuseOthers();
                   const auto* person = findPerson(completion.person);
                   const auto usual =
                       pingbackBody(person == nullptr ? people().front() : *person, completion, reference, files());
                   co_return co_await sendOnce(text.value_or(textOf(usual)), url);
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
                   const auto again = (*found)->message;
                   co_return co_await sendOnce(again.body, again.url);
               }));
}

}  // namespace verdesk::sandbox::passport_io
