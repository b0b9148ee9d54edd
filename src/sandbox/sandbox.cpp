#include "sandbox/sandbox.h"

#include "sandbox/doubles.h"
#include "sandbox/state_file.h"

#include <algorithm>

namespace verdesk::sandbox {

namespace asio = boost::asio;

namespace {

Time realNow() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

void Options::readSettings(std::string_view line) {
    Body body{line};
    for (const auto& kind : doubles()) {
        const std::string id{kind.id};
        settings[id] = body.object(id).value_or(Json::object());
    }
    desk = readDesk(Body::of(body.object("desk").value_or(Json::object())));
    practice = body.flag("practice").value_or(false);
    body.refuseOthers();
}

Sandbox::Sandbox(asio::any_io_executor executor, Options options) : options_(std::move(options)) {
    const auto state = options_.stateFile.empty() ? Json{} : readState(options_.stateFile);
    auto start = realNow();
    if (state.is_object()) {
        start = std::max(start, Time{std::chrono::milliseconds{state.at("now").get<std::int64_t>()}});
    }
    clock_ = std::make_unique<Clock>(start);
    clock_->onChange([this] {
        for (const auto& member : members_) {
            member.sender->clockChanged();
        }
    });
    addDoubles(executor);
    if (state.is_object()) {
        restore(state);
    }
    http::Router router;
    addMainRoutes(router);
    auto server = serverOptions();
    for (const auto& member : members_) {
        auto& own =
            member.kind->host.empty() ? router : server.sites[std::string{member.kind->host} + ".localhost"].router;
        member.it->addRoutes(own);
        member.it->addControlRoutes(router, "/control/" + std::string{member.kind->id});
    }
    server_ = std::make_unique<http::Server>(std::move(executor), std::move(router), std::move(server));
    for (const auto& member : members_) {
        member.it->listensAt({originOf(*member.kind), origin()});
    }
    deskIs(options_.desk);
    if (!options_.stateFile.empty()) {
        for (const auto& member : members_) {
            member.sender->onChange([this] { save(); });
        }
        save();
    }
}

Sandbox::~Sandbox() {
    for (const auto& member : members_) {
        member.sender->onChange({});
        member.sender->stop();
    }
}

void Sandbox::addDoubles(const asio::any_io_executor& executor) {
    for (const auto& kind : doubles()) {
        auto sender = std::make_shared<WebhookSender>(executor, *clock_, kind.retries);
        const auto given = options_.settings.find(kind.id);
        auto settings = Body::of(given == options_.settings.end() ? Json::object() : given->second);
        auto made = kind.make(std::move(settings), {*clock_, sender, [this] { save(); }});
        members_.push_back({&kind, std::move(sender), std::move(made)});
    }
}

http::Options Sandbox::serverOptions() {
    http::Options server;
    server.address = options_.address;
    server.port = options_.port;
    server.limits.bodyBytes = 256 * 1024;
    server.limits.handlerTime = std::chrono::minutes{11};  // a latency of ten minutes may be asked for
    for (const auto& member : members_) {
        auto describe = [it = member.it.get()](int status, std::string_view why) { return it->describe(status, why); };
        if (member.kind->host.empty()) {
            server.describe = describe;
        } else {
            server.sites[std::string{member.kind->host} + ".localhost"].describe = describe;
        }
    }
    if (!options_.stateFile.empty()) {
        server.observe = [this](const http::Request& request, std::string_view, int, std::chrono::microseconds) {
            if (request.method != "GET") {
                save();
            }
        };
    }
    return server;
}

std::string Sandbox::origin() const {
    return server_->origin();
}

std::string Sandbox::originOf(const Kind& kind) const {
    const auto main = origin();
    return kind.host.empty() ? main : "http://" + std::string{kind.host} + ".localhost" + main.substr(main.rfind(':'));
}

Double& Sandbox::find(std::string_view id) {
    const auto has = [&](const Member& member) { return member.kind->id == id; };
    return *std::find_if(members_.begin(), members_.end(), has)->it;
}

void Sandbox::deskIs(const Desk& desk) {
    for (const auto& member : members_) {
        member.it->deskIs(desk);
    }
}

std::string Sandbox::readyLine() const {
    const auto at = origin();
    Json line{{"ready", true}, {"origin", at}, {"phone", at + "/phone"}, {"control", at + "/control"}};
    for (const auto& member : members_) {
        line[std::string{member.kind->id}] = member.it->ready();
        if (options_.practice) {
            const auto practice = member.it->practice();
            line["practice"].push_back({{"provider", practice.provider},
                                        {"configuration", practice.configuration},
                                        {"secrets", practice.secrets},
                                        {"fallbacks", practice.fallbacks}});
        }
    }
    return textOf(line);
}

asio::awaitable<void> Sandbox::stop() {
    for (const auto& member : members_) {
        member.sender->stop();
    }
    co_await server_->stop(std::chrono::seconds{2});
}

void Sandbox::restore(const Json& state) {
    for (const auto& member : members_) {
        const auto kept = state.find(std::string{member.kind->id});
        if (kept == state.end()) {
            continue;
        }
        member.it->restore(*kept);
        for (const auto& delivery : kept->value("deliveries", Json::array())) {
            member.sender->resume(Delivery::fromState(delivery));
        }
    }
}

void Sandbox::save() const {
    if (options_.stateFile.empty()) {
        return;
    }
    Json state{{"now", clock_->now().time_since_epoch().count()}};
    for (const auto& member : members_) {
        auto own = member.it->toJson();
        own["deliveries"] = Json::array();
        for (const auto& delivery : member.sender->deliveries()) {
            if (delivery->state == DeliveryState::pending) {
                own["deliveries"].push_back(delivery->toState());
            }
        }
        state[std::string{member.kind->id}] = std::move(own);
    }
    writeState(options_.stateFile, state);
}

}  // namespace verdesk::sandbox
