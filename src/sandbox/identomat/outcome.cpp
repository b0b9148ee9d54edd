#include "sandbox/identomat/outcome.h"

namespace verdesk::sandbox::identomat {

namespace {

template <class T>
void take(std::optional<T>& into, std::optional<T> value) {
    if (value) {
        into = std::move(value);
    }
}

}  // namespace

Outcome Outcome::from(Body& body, const Outcome& usual) {
    auto wanted = usual;
    take(wanted.result, body.text("result", 50));
    take(wanted.reason, body.text("reason", 100));
    take(wanted.description, body.text("description"));
    take(wanted.comment, body.text("comment"));
    take(wanted.similarity, body.number("similarity", 0, 1));
    take(wanted.live, body.flag("live"));
    take(wanted.screening, body.list("screening"));
    wanted.data.update(body.object("data").value_or(Json::object()));
    if (const auto processing = body.integer("processingMs", 0, 30LL * 86'400 * 1000)) {
        wanted.processing = std::chrono::milliseconds{*processing};
    }
    return wanted;
}

Outcome Outcome::of(const Json& value) {
    auto body = Body::of(value);
    return from(body, {});
}

Json Outcome::toJson() const {
    Json value{{"data", data}};
    const auto put = [&value](const char* name, const auto& member) {
        if (member) {
            value[name] = *member;
        }
    };
    put("result", result);
    put("reason", reason);
    put("description", description);
    put("comment", comment);
    put("similarity", similarity);
    put("live", live);
    put("screening", screening);
    if (processing) {
        value["processingMs"] = processing->count();
    }
    return value;
}

}  // namespace verdesk::sandbox::identomat
