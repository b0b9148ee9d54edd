#include "sandbox/standard_input.h"

#include <cerrno>
#include <thread>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace verdesk::sandbox {

namespace {

// Straight from the descriptor: the streams of C and C++ are locked while they are read, and exit() would wait for
// them.
long readSome(char* into, unsigned size) {
#ifdef _WIN32
    return _read(0, into, size);
#else
    ssize_t count = 0;
    do {
        count = ::read(0, into, size);
    } while (count < 0 && errno == EINTR);
    return static_cast<long>(count);
#endif
}

}  // namespace

std::string readLineOfStandardInput() {
    std::string line;
    char byte = 0;
    while (line.size() < 64 * 1024 && readSome(&byte, 1) == 1 && byte != '\n') {
        line += byte;
    }
    return line;
}

void whenStandardInputEnds(std::function<void()> ended) {
    std::thread{[ended = std::move(ended)] {
        char bytes[256];
        while (readSome(bytes, sizeof bytes) > 0) {
        }
        ended();
    }}.detach();
}

}  // namespace verdesk::sandbox
