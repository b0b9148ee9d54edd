// Starts a desktop program and tells how long it takes to its first mapped window, and what it holds in memory at rest.
// Prints one JSON line: {"mapped_ms":N,"pss_kb":N}. Needs an X display (Xvfb will do) and Linux's smaps_rollup.
//
//     window_time [--rest SECONDS] [--type] -- PROGRAM [ARGUMENT ...]
//
// With --type, the lines of standard input are then typed into the window, Tab between them and Return at the end, as
// somebody who signs in; what the program holds at rest after that is "typed_pss_kb". Lower-case letters and digits
// only.

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

struct Mapped {
    Clock::time_point at;
    xcb_window_t window;
};

std::optional<Mapped> waitForWindow(xcb_connection_t* display, Clock::time_point until) {
    while (Clock::now() < until) {
        while (auto* event = xcb_poll_for_event(display)) {
            const auto now = Clock::now();
            const std::unique_ptr<xcb_generic_event_t, decltype(&std::free)> held{event, &std::free};
            const auto& mapped = *reinterpret_cast<xcb_map_notify_event_t*>(event);
            if ((event->response_type & 0x7f) == XCB_MAP_NOTIFY && isMainWindow(display, mapped)) {
                return Mapped{now, mapped.window};
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds{200});
    }
    return std::nullopt;
}

constexpr xcb_keysym_t tabKey = 0xff09;
constexpr xcb_keysym_t returnKey = 0xff0d;

// Key presses of our own making, sent to one window: no key that needs Shift.
class Typist {
public:
    Typist(xcb_connection_t* display, xcb_window_t window) : display_{display}, window_{window} {
        const auto* setup = xcb_get_setup(display);
        first_ = setup->min_keycode;
        const auto count = static_cast<std::uint8_t>(setup->max_keycode - setup->min_keycode + 1);
        mapping_.reset(xcb_get_keyboard_mapping_reply(
            display, xcb_get_keyboard_mapping(display, setup->min_keycode, count), nullptr));
        if (!mapping_) {
            throw std::runtime_error{"the display does not tell its keys"};
        }
    }

    void type(const std::string& text) {
        for (const char letter : text) {
            press(static_cast<xcb_keysym_t>(static_cast<unsigned char>(letter)));  // of Latin-1 they are the same
        }
    }
    void press(xcb_keysym_t symbol) {
        send(XCB_KEY_PRESS, symbol);
        send(XCB_KEY_RELEASE, symbol);
        xcb_flush(display_);
    }

private:
    void send(std::uint8_t type, xcb_keysym_t symbol) {
        xcb_key_press_event_t event{};  // a release looks the same
        event.response_type = type;
        event.detail = codeOf(symbol);
        event.root = xcb_setup_roots_iterator(xcb_get_setup(display_)).data->root;
        event.event = window_;
        event.same_screen = 1;
        xcb_send_event(display_, 0, window_, XCB_EVENT_MASK_KEY_PRESS | XCB_EVENT_MASK_KEY_RELEASE,
                       reinterpret_cast<const char*>(&event));
    }
    xcb_keycode_t codeOf(xcb_keysym_t symbol) const {
        const auto* symbols = xcb_get_keyboard_mapping_keysyms(mapping_.get());
        const int perKey = mapping_->keysyms_per_keycode;
        for (int at = 0; at < xcb_get_keyboard_mapping_keysyms_length(mapping_.get()); at += perKey) {
            if (symbols[at] == symbol) {
                return static_cast<xcb_keycode_t>(first_ + at / perKey);
            }
        }
        throw std::runtime_error{"the keyboard has no key for a letter that is to be typed"};
    }

    xcb_connection_t* display_;
    xcb_window_t window_;
    int first_ = 0;
    std::unique_ptr<xcb_get_keyboard_mapping_reply_t, decltype(&std::free)> mapping_{nullptr, &std::free};
};

std::vector<std::string> linesOf(std::istream& input) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(input, line);) {
        lines.push_back(line);
    }
    return lines;
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
    bool types = false;
    std::vector<std::string> command;
    CLI::App app{"Times a desktop program to its first window and weighs it at rest"};
    app.add_option("--rest", rest, "seconds between the window and the weighing");
    app.add_flag("--type", types, "type the lines of standard input, and weigh once more");
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
        long typedPss = -1;
        if (types && mapped) {
            Typist typist{display.get(), mapped->window};
            const auto lines = linesOf(std::cin);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                typist.type(lines[i]);
                typist.press(i + 1 < lines.size() ? tabKey : returnKey);
            }
            std::this_thread::sleep_for(std::chrono::duration<double>{rest});
            typedPss = proportionalSet(child);
        }
        kill(child, SIGTERM);
        waitpid(child, nullptr, 0);
        if (!mapped) {
            std::cerr << "window_time: no window within 20 s\n";
            return 1;
        }
        std::cout << R"({"mapped_ms":)" << std::chrono::duration<double, std::milli>(mapped->at - start).count()
                  << R"(,"pss_kb":)" << pss;
        if (types) {
            std::cout << R"(,"typed_pss_kb":)" << typedPss;
        }
        std::cout << "}\n";
    } catch (const std::exception& failure) {
        std::cerr << "window_time: " << failure.what() << '\n';
        return 1;
    }
    return 0;
}
