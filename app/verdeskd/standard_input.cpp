#include "standard_input.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <thread>
#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace verdesk::verdeskd {

namespace {

constexpr int standardInput = 0;

// Whether there was more. Not by std::getchar: who waits in it holds the stream's lock, and the exit() of glibc 2.41
// waits for that lock before it flushes the stream.
bool readMore() {
    std::array<char, 256> read{};
#ifdef _WIN32
    return ::_read(standardInput, read.data(), static_cast<unsigned>(read.size())) > 0;
#else
    ssize_t count = 0;
    do {
        count = ::read(standardInput, read.data(), read.size());
    } while (count < 0 && errno == EINTR);
    return count > 0;
#endif
}

}  // namespace

std::string readLineOfStandardInput() {
    std::string line;
    for (int c = std::getchar(); c != EOF && c != '\n' && line.size() < 4096; c = std::getchar()) {
        line += static_cast<char>(c);
    }
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    return line;
}

void whenStandardInputEnds(std::function<void()> ended) {
    std::thread{[ended = std::move(ended)] {
        while (readMore()) {
        }
        ended();
    }}.detach();
}

}  // namespace verdesk::verdeskd
