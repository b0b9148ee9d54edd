#include "sandbox/sandbox.h"
#include "sandbox/standard_input.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <CLI/CLI.hpp>

#include <iostream>

namespace asio = boost::asio;
using namespace verdesk::sandbox;

int main(int argc, char** argv) {
    CLI::App app{
        "The providers' documented server sides and the customer's phone, for practice, demos and tests. Ends when "
        "its standard input closes.",
        "verdesk-sandbox"};
    app.set_version_flag("--version", VERDESK_VERSION);
    Options options;
    bool settingsOnInput = false;
    app.add_option("--address", options.address, "Address to listen on")->capture_default_str();
    app.add_option("--port", options.port, "Port to listen on; 0 takes any free one")->capture_default_str();
    app.add_option("--state", options.stateFile,
                   "File that keeps sessions, tokens and pending webhooks over a restart");
    app.add_flag("--settings-on-stdin", settingsOnInput, "Read one line of JSON settings from standard input first");
    CLI11_PARSE(app, argc, argv);
    try {
        if (settingsOnInput) {
            options.readSettings(readLineOfStandardInput());
        }
        // Never destroyed: the thread at standard input may still post to it while the process ends.
        static auto& context = *new asio::io_context{1};
        Sandbox sandbox{context.get_executor(), options};
        bool stopping = false;
        asio::signal_set signals{context, SIGINT, SIGTERM};
        const auto stop = [&] {
            if (!std::exchange(stopping, true)) {
                signals.cancel();
                asio::co_spawn(context, sandbox.stop(), [&](std::exception_ptr) { context.stop(); });
            }
        };
        signals.async_wait([&](boost::system::error_code error, int) {
            if (!error) {
                stop();
            }
        });
        whenStandardInputEnds([stop] { asio::post(context, stop); });
        std::cout << sandbox.readyLine() << std::endl;
        context.run();
    } catch (const std::exception& error) {
        std::cerr << "verdesk-sandbox: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
