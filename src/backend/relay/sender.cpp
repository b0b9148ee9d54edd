#include "backend/relay/sender.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/process/args.hpp>
#include <boost/process/async.hpp>
#include <boost/process/async_pipe.hpp>
#include <boost/process/child.hpp>
#include <boost/process/env.hpp>
#include <boost/process/environment.hpp>
#include <boost/process/extend.hpp>
#include <boost/process/io.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdlib>
#include <optional>

#ifndef _WIN32
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#endif

namespace verdesk::backend {

namespace asio = boost::asio;
namespace process = boost::process;

namespace {

#ifndef _WIN32
// Runs in the child before it becomes the command: our files and sockets are not its business, and a signal that only
// this thread holds back is not to be held back there.
void keepFromChild() {
    const auto limit = ::sysconf(_SC_OPEN_MAX);
    const int end = limit < 0 || limit > 65'536 ? 65'536 : static_cast<int>(limit);
    for (int descriptor = 3; descriptor < end; ++descriptor) {
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
    sigset_t pipe;
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    ::sigprocmask(SIG_UNBLOCK, &pipe, nullptr);
}

// A command that ends without reading is an error of the write, and not the end of this process.
void holdBackPipeSignal() {
    sigset_t pipe;
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
}
#endif

// Secrets may stand in our own environment.
process::environment smallEnvironment() {
    process::environment small;
    for (const auto* name : {"PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT"}) {
        if (const auto* value = std::getenv(name)) {
            small[name] = value;
        }
    }
    return small;
}

// Blocks until it has ended, or been killed.
bool runOnce(const SenderConfig& config, const std::string& line) {
#ifndef _WIN32
    holdBackPipeSignal();
#endif
    asio::io_context context;
    asio::steady_timer limit{context, config.timeout};
    process::async_pipe input{context};
    const std::vector<std::string> arguments{config.command.begin() + 1, config.command.end()};
    std::optional<int> exitCode;
    process::child child{config.command.front(),
                         process::args(arguments),
                         smallEnvironment(),
                         process::std_in<input, process::std_out>
                             process::null,
                         process::std_err > process::null,
#ifndef _WIN32
                         process::extend::on_exec_setup = [](auto&) { keepFromChild(); },
#endif
                         context,
                         process::on_exit =
                             [&](int code, const std::error_code& error) {
                                 exitCode = error ? -1 : code;
                                 limit.cancel();
                             }};
    asio::async_write(input, asio::buffer(line), [&](const boost::system::error_code&, std::size_t) {
        boost::system::error_code ignored;
        input.close(ignored);  // its input ends, whether it took all or not
    });
    limit.async_wait([&](const boost::system::error_code& error) {
        if (!error && !exitCode) {
            std::error_code ignored;
            child.terminate(ignored);
            context.stop();
        }
    });
    context.run();
    return exitCode == 0;
}

}  // namespace

Sender::Sender(SenderConfig config, std::size_t atOnce, int queue)
    : config_{std::move(config)}, queue_{queue}, pool_{atOnce} {}

Sender::~Sender() {
    pool_.join();
}

asio::awaitable<Sent> Sender::send(providers::Relay message) {
    if (config_.command.empty()) {
        co_return Sent::none;
    }
    if (underWay_ >= queue_) {
        co_return Sent::busy;
    }
    ++underWay_;
    auto line = nlohmann::json{{"channel", message.channel}, {"to", message.to}, {"text", message.text}}.dump(
                    -1, ' ', false, nlohmann::json::error_handler_t::replace) +
                "\n";
    auto work = [](SenderConfig config, std::string text) -> asio::awaitable<bool> { co_return runOnce(config, text); };
    bool taken = false;
    try {
        taken = co_await asio::co_spawn(pool_, work(config_, std::move(line)), asio::use_awaitable);
    } catch (const boost::system::system_error&) {
        --underWay_;
        throw;  // whoever waited is gone
    } catch (const std::exception&) {
        // It could not be started. Whoever checks the configuration is told why.
    }
    --underWay_;
    co_return taken ? Sent::taken : Sent::failed;
}

}  // namespace verdesk::backend
