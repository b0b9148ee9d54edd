#pragma once
// What is wrong with a configuration, collected while it is read: reading goes on after each mistake.

#include "backend/config/config.h"

#include <string>
#include <vector>

namespace verdesk::backend {

class Mistakes {
public:
    explicit Mistakes(std::string file) : file_{std::move(file)} {}
    void add(int line, std::string key, std::string message) {
        list_.push_back({file_, line, std::move(key), std::move(message)});
    }
    // Whether something was said about that key already.
    bool about(const std::string& key) const;
    bool empty() const {
        return list_.empty();
    }
    // In the order of the file; what has no line comes first.
    std::vector<ConfigMistake> sorted() const;

private:
    std::string file_;
    std::vector<ConfigMistake> list_;
};

// ": did you mean \"title\"?" where one of `known` is close enough to be a slip of the fingers, else empty.
std::string didYouMean(const std::string& given, const std::vector<std::string>& known);

}  // namespace verdesk::backend
