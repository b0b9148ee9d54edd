#include "sandbox_process.h"

#include "backend/egress/curl_client.h"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/process/args.hpp>
#include <boost/process/async.hpp>
#include <boost/process/async_pipe.hpp>
#include <boost/process/child.hpp>
#include <boost/process/extend.hpp>
#include <boost/process/io.hpp>
#include <nlohmann/json.hpp>

#include <istream>
#include <stdexcept>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

namespace verdesk::verdeskd {

namespace asio = boost::asio;
namespace process = boost::process;
using nlohmann::json;

namespace {

constexpr std::chrono::seconds patience{10};  // for the ready line, and for the end

#ifndef _WIN32
// Runs in the child before it becomes the sandbox. Our sockets and files are not its business: inherited, they would
// keep our ports taken after our death, and its own standard input open. Boost 1.81's limit_handles closes the child's
// standard output as well.
void keepFromChild() {
    const auto limit = ::sysconf(_SC_OPEN_MAX);
    const int end = limit < 0 || limit > 65'536 ? 65'536 : static_cast<int>(limit);
    for (int descriptor = 3; descriptor < end; ++descriptor) {
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
}
#endif

}  // namespace

struct SandboxProcess::State : std::enable_shared_from_this<State> {
    State(asio::io_context& on, SandboxOptions given)
        : context{on}, options{std::move(given)}, timer{on}, input{on}, output{on} {}

    asio::awaitable<void> start();
    asio::awaitable<json> launch(std::uint16_t port);
    asio::awaitable<void> tellDesk();
    asio::awaitable<void> startAgain();
    std::string settings() const;

    asio::io_context& context;
    SandboxOptions options;
    asio::steady_timer timer;
    process::async_pipe input;
    process::async_pipe output;
    process::child child;
    backend::egress::CurlClient client;
    std::string origin;
    std::string phone;
    std::vector<backend::PracticeProvider> providers;
    json desk = json::object();
    std::uint16_t port = 0;
    bool running = false;
    bool stopping = false;
};

std::string SandboxProcess::State::settings() const {
    return json{{"practice", true}, {"desk", desk}}.dump() + "\n";
}

// The child on that port; its ready line. Throws where it ended before it said one.
asio::awaitable<json> SandboxProcess::State::launch(std::uint16_t wanted) {
    input = process::async_pipe{context};
    output = process::async_pipe{context};
    const std::vector<std::string> arguments{"--settings-on-stdin", "--port", std::to_string(wanted), "--state",
                                             options.state.string()};
    child = process::child{options.program.string(),
                           process::args(arguments),
                           process::std_in<input, process::std_out>
                               output,
#ifndef _WIN32
                           process::extend::on_exec_setup = [](auto&) { keepFromChild(); },
#endif
                           context,
                           process::on_exit =
                               [self = weak_from_this()](int, const std::error_code&) {
                                   if (const auto alive = self.lock()) {
                                       alive->running = false;
                                       alive->timer.cancel();
                                       if (!alive->stopping && !alive->origin.empty()) {
                                           asio::co_spawn(alive->context, alive->startAgain(), asio::detached);
                                       }
                                   }
                               }};
    running = true;
    const auto line = settings();
    co_await asio::async_write(input, asio::buffer(line), asio::use_awaitable);
    asio::streambuf buffer;
    boost::system::error_code error;
    co_await asio::async_read_until(output, buffer, '\n', asio::redirect_error(asio::use_awaitable, error));
    std::istream in{&buffer};
    std::string ready;
    std::getline(in, ready);
    auto parsed = json::parse(ready, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("origin")) {
        throw std::runtime_error{"verdesk-sandbox ended before it was ready"};
    }
    co_return parsed;
}

asio::awaitable<void> SandboxProcess::State::start() {
    json ready;
    bool taken = false;
    try {
        ready = co_await launch(port != 0 ? port : options.port);
    } catch (const boost::system::system_error&) {
        taken = true;
    } catch (const std::runtime_error&) {
        taken = true;  // the port belongs to somebody else by now
    }
    if (taken) {
        ready = co_await launch(0);
    }
    origin = ready.at("origin");
    phone = ready.at("phone");
    for (const auto& each : ready.at("practice")) {
        backend::PracticeProvider provider{each.at("provider"), each.at("configuration"), {}, each.at("fallbacks")};
        for (const auto& [name, secret] : each.at("secrets").items()) {
            provider.secrets.emplace(name, crypto::Secret{secret.get<std::string>()});
        }
        providers.push_back(std::move(provider));
    }
    port = static_cast<std::uint16_t>(std::stoi(origin.substr(origin.rfind(':') + 1)));
}

asio::awaitable<void> SandboxProcess::State::startAgain() {
    const auto self = shared_from_this();
    spdlog::warn("verdesk-sandbox ended; it is started again");
    for (auto pause = std::chrono::milliseconds{100}; !stopping; pause = std::min(pause * 2, pause.max() / 4)) {
        pause = std::min(pause, std::chrono::milliseconds{10'000});
        timer.expires_after(pause);
        boost::system::error_code ignored;
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        if (stopping) {
            co_return;
        }
        const auto before = port;
        try {
            co_await launch(before);
            spdlog::info("verdesk-sandbox is back");
            co_return;
        } catch (const std::exception&) {
            spdlog::warn("verdesk-sandbox does not start; it is tried again");
        }
    }
}

asio::awaitable<void> SandboxProcess::State::tellDesk() {
    HttpRequest request;
    request.method = "POST";
    request.url = origin + "/control/desk";
    request = std::move(request).sending(desk.dump(), "application/json");
    const auto reply = co_await client.send(std::move(request), patience);
    if (reply.status >= 300) {
        throw std::runtime_error{"verdesk-sandbox refused the address of this backend"};
    }
}

SandboxProcess::SandboxProcess(asio::io_context& context, SandboxOptions options)
    : state_{std::make_shared<State>(context, std::move(options))} {}

SandboxProcess::~SandboxProcess() = default;

asio::awaitable<void> SandboxProcess::start() {
    if (!std::filesystem::exists(state_->options.program)) {
        throw std::runtime_error{"there is no " + state_->options.program.string() +
                                 ": verdesk-sandbox belongs beside verdeskd"};
    }
    co_await state_->start();
}

asio::awaitable<void> SandboxProcess::serve(std::string institution, std::string publicOrigin) {
    state_->desk = {{"institution", std::move(institution)}, {"publicOrigin", std::move(publicOrigin)}};
    co_await state_->tellDesk();
}

asio::awaitable<void> SandboxProcess::stop() {
    state_->stopping = true;
    state_->timer.cancel();
    if (!state_->running) {
        co_return;
    }
    boost::system::error_code ignored;
    state_->input.close(ignored);
    asio::steady_timer end{state_->context, patience};
    while (state_->running && end.expiry() > std::chrono::steady_clock::now()) {
        state_->timer.expires_after(std::chrono::milliseconds{200});
        co_await state_->timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
    if (state_->running) {
        std::error_code error;
        state_->child.terminate(error);
    }
}

const std::string& SandboxProcess::origin() const {
    return state_->origin;
}

const std::string& SandboxProcess::phone() const {
    return state_->phone;
}

const std::vector<backend::PracticeProvider>& SandboxProcess::providers() const {
    return state_->providers;
}

std::uint16_t SandboxProcess::port() const {
    return state_->port;
}

}  // namespace verdesk::verdeskd
