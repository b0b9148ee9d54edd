// Starts a desktop program and tells how long it takes to its first mapped window, and what it holds in memory at rest.
// Prints one JSON line: {"mapped_ms":N,"pss_kb":N}. Needs an X display (Xvfb will do) and Linux's smaps_rollup.
//
//     window_time [--rest SECONDS] -- PROGRAM [ARGUMENT ...]

#include <sys/wait.h>
#include <unistd.h>
#include <xcb/xcb.h>

#include <CLI/CLI.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Disconnect {
    void operator()(xcb_connection_t* connection) const {
        xcb_disconnect(connection);
    }
};
using Display = std::unique_ptr<xcb_connection_t, Disconnect>;

// A display on which every window that is mapped at the top is told.
Display watchTopWindows() {
    Display display{xcb_connect(nullptr, nullptr)};
    if (xcb_connection_has_error(display.get()) != 0) {
        throw std::runtime_error{"no X display"};
    }
    const auto root = xcb_setup_roots_iterator(xcb_get_setup(display.get())).data->root;
    const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(display.get(), root, XCB_CW_EVENT_MASK, &events);
    xcb_flush(display.get());
    return display;
}

// Tooltips, splash helpers and selection owners are smaller than a main window.
bool isMainWindow(xcb_connection_t* display, const xcb_map_notify_event_t& mapped) {
    constexpr int least = 300;
    std::unique_ptr<xcb_get_geometry_reply_t, decltype(&std::free)> geometry{
        xcb_get_geometry_reply(display, xcb_get_geometry(display, mapped.window), nullptr), &std::free};
    return mapped.override_redirect == 0 && geometry && geometry->width >= least && geometry->height >= least;
}

std::optional<Clock::time_point> waitForWindow(xcb_connection_t* display, Clock::time_point until) {
    while (Clock::now() < until) {
        while (auto* event = xcb_poll_for_event(display)) {
            const auto now = Clock::now();
            const std::unique_ptr<xcb_generic_event_t, decltype(&std::free)> held{event, &std::free};
            if ((event->response_type & 0x7f) == XCB_MAP_NOTIFY &&
                isMainWindow(display, *reinterpret_cast<xcb_map_notify_event_t*>(event))) {
                return now;
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds{200});
    }
    return std::nullopt;
}

// Proportional set size: shared pages count by their share.
long proportionalSet(pid_t process) {
    std::ifstream rollup{"/proc/" + std::to_string(process) + "/smaps_rollup"};
    std::string word;
    while (rollup >> word) {
        if (word == "Pss:") {
            long kilobytes = 0;
            rollup >> kilobytes;
            return kilobytes;
        }
    }
    return -1;
}

}  // namespace

int main(int argc, char** argv) {
    double rest = 3;
    std::vector<std::string> command;
    CLI::App app{"Times a desktop program to its first window and weighs it at rest"};
    app.add_option("--rest", rest, "seconds between the window and the weighing");
    app.add_option("command", command)->required();
    CLI11_PARSE(app, argc, argv);
    try {
        const auto display = watchTopWindows();
        std::vector<char*> arguments;
        for (auto& word : command) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        const auto start = Clock::now();
        const pid_t child = fork();
        if (child == 0) {
            execvp(arguments[0], arguments.data());
            _exit(127);
        }
        const auto mapped = waitForWindow(display.get(), start + std::chrono::seconds{20});
        std::this_thread::sleep_for(std::chrono::duration<double>{rest});
        const auto pss = proportionalSet(child);
        kill(child, SIGTERM);
        waitpid(child, nullptr, 0);
        if (!mapped) {
            std::cerr << "window_time: no window within 20 s\n";
            return 1;
        }
        std::cout << R"({"mapped_ms":)" << std::chrono::duration<double, std::milli>(*mapped - start).count()
                  << R"(,"pss_kb":)" << pss << "}\n";
    } catch (const std::exception& failure) {
        std::cerr << "window_time: " << failure.what() << '\n';
        return 1;
    }
    return 0;
}
