#pragma once
// What is fuzzed: every parser of bytes that come from somebody else. A target takes any bytes and comes to its end;
// what it finds wrong it throws as Broken, and anything else that escapes it is a finding as well.

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace verdesk::fuzz {

class Broken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

inline void require(bool holds, const std::string& what) {
    if (!holds) {
        throw Broken{what};
    }
}

struct Target {
    std::string_view name;
    bool perFlow;  // once for each flow of the bank (bank.h); else `flow` is empty
    void (*run)(std::string_view flow, std::string_view input);
};

const std::vector<Target>& targets();
// Null where there is none of that name.
const Target* find(std::string_view name);

// One each, in a file of its own.
void webhook(std::string_view flow, std::string_view input);   // what a provider pushes
void call(std::string_view flow, std::string_view input);      // what a provider answers
void page(std::string_view flow, std::string_view input);      // what a provider's page says, and where browsers return
void widget(std::string_view flow, std::string_view input);    // the same to the desk
void token(std::string_view flow, std::string_view input);     // what staff type
void answers(std::string_view flow, std::string_view input);   // what they fill in before a check
void http(std::string_view flow, std::string_view input);      // requests to our listeners
void contract(std::string_view flow, std::string_view input);  // bodies of the API
void config(std::string_view flow, std::string_view input);    // configurations

}  // namespace verdesk::fuzz
