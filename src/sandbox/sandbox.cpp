#include "sandbox/sandbox.h"

#include "sandbox/passid/routes.h"
#include "sandbox/phone/phone.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace verdesk::sandbox {

namespace asio = boost::asio;

namespace {

http::Options serverOptions(const Options& options) {
    http::Options server;
    server.address = options.address;
    server.port = options.port;
    server.limits.bodyBytes = 256 * 1024;
    server.limits.handlerTime = std::chrono::minutes{11};  // a latency of ten minutes may be asked for
    server.describe = [](int status, std::string_view why) {
        auto response = problem(status, why);
        response.headers.emplace_back(passid::versionHeader, "1");
        return response;
    };
    return server;
}

Time realNow() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Json readState(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        return {};
    }
    std::ostringstream text;
    text << file.rdbuf();
    auto state = Json::parse(text.str(), nullptr, false);
    if (!state.is_object()) {
        throw std::runtime_error{"the state file " + path + " is broken"};
    }
    return state;
}

Json clockJson(const Clock& clock) {
    return {{"now", timeText(clock.now())}, {"speed", clock.speed()}};
}

}  // namespace

void Options::readSettings(std::string_view line) {
    Body body{line};
    const auto section = body.object("passid").value_or(Json::object());
    body.refuseOthers();
    tellKey = !section.contains("key");
    passid = passid::Settings::from(Body::of(section));
}

Sandbox::Sandbox(asio::any_io_executor executor, Options options) : options_(std::move(options)) {
    const auto state = options_.stateFile.empty() ? Json{} : readState(options_.stateFile);
    auto start = realNow();
    if (state.is_object()) {
        start = std::max(start, Time{std::chrono::milliseconds{state.at("now").get<std::int64_t>()}});
    }
    clock_ = std::make_unique<Clock>(start);
    sender_ = std::make_shared<WebhookSender>(executor, *clock_);
    clock_->onChange([sender = std::weak_ptr{sender_}] {
        if (const auto alive = sender.lock()) {
            alive->clockChanged();
        }
    });
    if (options_.passid.key.empty()) {
        options_.passid = passid::Settings::from(Body{""});
    }
    passid_ = std::make_shared<passid::Service>(options_.passid, *clock_, sender_);
    if (state.is_object()) {
        passid_->restore(state.at("passid"));
        for (const auto& delivery : state.at("deliveries")) {
            sender_->resume(Delivery::fromState(delivery));
        }
    }
    http::Router router;
    passid::addInstitutionRoutes(router, passid_);
    passid::addWalletRoutes(router, passid_);
    auto api = std::make_shared<const http::Router>(router);
    passid::addControlRoutes(router, passid_);
    addClockRoutes(router);
    phone::addRoutes(router, passid_, std::move(api));
    auto server = serverOptions(options_);
    if (!options_.stateFile.empty()) {
        sender_->onChange([this] { save(); });
        server.observe = [this](const http::Request& request, std::string_view, int, std::chrono::microseconds) {
            if (request.method != "GET") {
                save();
            }
        };
    }
    server_ = std::make_unique<http::Server>(std::move(executor), std::move(router), std::move(server));
}

Sandbox::~Sandbox() {
    sender_->onChange({});
    sender_->stop();
}

void Sandbox::addClockRoutes(http::Router& router) {
    router.add("GET", "/control/clock",
               [this](http::Request) -> asio::awaitable<http::Response> { co_return reply(200, clockJson(*clock_)); });
    router.add("POST", "/control/clock", [this](http::Request request) -> asio::awaitable<http::Response> {
        try {
            Body body{request.body};
            const auto speed = body.number("speed", 0, Clock::maxSpeed);
            const auto advance = body.integer("advanceMs", 0, 10LL * 365 * 86'400 * 1000);
            body.refuseOthers();
            if (speed) {
                clock_->setSpeed(*speed);
            }
            if (advance) {
                clock_->advance(std::chrono::milliseconds{*advance});
            }
        } catch (const BadBody& bad) {
            co_return problem(400, bad.what());
        }
        co_return reply(200, clockJson(*clock_));
    });
}

std::string Sandbox::origin() const {
    return server_->origin();
}

std::string Sandbox::readyLine() const {
    const auto at = origin();
    Json passid{{"base", at + "/passid"}, {"institutionJwt", passid_->institutionJwt()}};
    if (options_.tellKey) {
        passid["key"] = passid_->settings().key.reveal();
    }
    return textOf({{"ready", true},
                   {"origin", at},
                   {"phone", at + "/phone"},
                   {"control", at + "/control"},
                   {"passid", std::move(passid)}});
}

asio::awaitable<void> Sandbox::stop() {
    sender_->stop();
    co_await server_->stop(std::chrono::seconds{2});
}

void Sandbox::save() const {
    Json deliveries = Json::array();
    for (const auto& delivery : sender_->deliveries()) {
        if (delivery->state == DeliveryState::pending) {
            deliveries.push_back(delivery->toState());
        }
    }
    const Json state{{"now", clock_->now().time_since_epoch().count()},
                     {"passid", passid_->toJson()},
                     {"deliveries", std::move(deliveries)}};
    const auto fresh = options_.stateFile + ".new";
    {
        std::ofstream file{fresh, std::ios::binary | std::ios::trunc};
        file << textOf(state);
    }
    std::error_code ignored;
    std::filesystem::rename(fresh, options_.stateFile, ignored);
}

}  // namespace verdesk::sandbox
