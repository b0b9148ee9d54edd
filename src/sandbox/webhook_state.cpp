#include "sandbox/webhook_sender.h"

namespace verdesk::sandbox {

Json Delivery::toState() const {
    Json list = Json::array();
    for (const auto& attempt : attempts) {
        list.push_back({{"at", attempt.at.time_since_epoch().count()},
                        {"status", attempt.result.status},
                        {"error", attempt.result.error}});
    }
    return {{"eventId", message.eventId},
            {"type", message.type},
            {"url", message.url},
            {"headers", message.headers},
            {"body", message.body},
            {"attempts", std::move(list)},
            {"nextAt", nextAt.value_or(Time{}).time_since_epoch().count()}};
}

Delivery Delivery::fromState(const Json& value) {
    const auto time = [](const Json& at) { return Time{std::chrono::milliseconds{at.get<std::int64_t>()}}; };
    Delivery delivery;
    delivery.message.eventId = value.at("eventId");
    delivery.message.type = value.at("type");
    delivery.message.url = value.at("url");
    delivery.message.headers = value.at("headers").get<Headers>();
    delivery.message.body = value.at("body");
    for (const auto& attempt : value.at("attempts")) {
        delivery.attempts.push_back({time(attempt.at("at")), {attempt.at("status"), attempt.at("error")}});
    }
    delivery.nextAt = time(value.at("nextAt"));
    return delivery;
}

}  // namespace verdesk::sandbox
