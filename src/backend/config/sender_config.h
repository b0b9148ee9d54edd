#pragma once
// The institution's own sender of messages to customers.

#include <chrono>
#include <string>
#include <vector>

namespace verdesk::backend {

struct SenderConfig {
    std::vector<std::string> command;  // the program's path and its arguments; empty: there is none
    std::chrono::seconds timeout{10};
};

}  // namespace verdesk::backend
