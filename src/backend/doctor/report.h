#pragma once
// What the doctor says. Pure.

#include "providers/provider.h"

#include <string>
#include <vector>

namespace verdesk::backend::doctor {

using providers::Finding;
using Level = Finding::Level;

// One line: what it is about, in words that stand in front ("account passid", "flow full check", "store").
struct Result {
    std::string about;
    Finding finding;
    bool operator==(const Result&) const = default;
};
using Report = std::vector<Result>;

// "good", "skipped", "warning", "wrong".
std::string_view toWord(Level level);
int count(const Report& report, Level level);

// A line for each finding, what to do below it, and the sum at the end.
std::string toText(const Report& report);
// {"findings": [{"about", "check", "level", "what", "remedy"}], "good", "skipped", "warnings", "wrong"} on one line.
std::string toJson(const Report& report);

// 0 nothing is wrong, 1 something is. Warnings count as wrong where `strict`.
int exitCode(const Report& report, bool strict);

}  // namespace verdesk::backend::doctor
