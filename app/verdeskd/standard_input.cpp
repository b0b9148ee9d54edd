#include "standard_input.h"

#include <cstdio>
#include <thread>

namespace verdesk::verdeskd {

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
        while (std::getchar() != EOF) {
        }
        ended();
    }}.detach();
}

}  // namespace verdesk::verdeskd
