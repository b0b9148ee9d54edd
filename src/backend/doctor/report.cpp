#include "backend/doctor/report.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace verdesk::backend::doctor {
namespace {

using nlohmann::json;

constexpr std::size_t markWidth = 11;  // "[skipped] " and one more

}  // namespace

std::string_view toWord(Level level) {
    switch (level) {
        case Level::good:
            return "good";
        case Level::skipped:
            return "skipped";
        case Level::warning:
            return "warning";
        case Level::wrong:
            break;
    }
    return "wrong";
}

int count(const Report& report, Level level) {
    return static_cast<int>(
        std::count_if(report.begin(), report.end(), [&](const Result& each) { return each.finding.level == level; }));
}

std::string toText(const Report& report) {
    std::string text;
    for (const auto& [about, finding] : report) {
        auto mark = "[" + std::string{toWord(finding.level)} + "]";
        mark.resize(markWidth, ' ');
        text += mark + about + ", " + finding.check + ": " + finding.what + "\n";
        if (!finding.remedy.empty()) {
            text += std::string(markWidth, ' ') + "-> " + finding.remedy + "\n";
        }
    }
    const auto sum = [&](Level level, const char* word) { return std::to_string(count(report, level)) + word; };
    return text + sum(Level::wrong, " wrong, ") + sum(Level::warning, " warnings, ") + sum(Level::good, " good, ") +
           sum(Level::skipped, " skipped\n");
}

std::string toJson(const Report& report) {
    auto findings = json::array();
    for (const auto& [about, finding] : report) {
        findings.push_back({{"about", about},
                            {"check", finding.check},
                            {"level", toWord(finding.level)},
                            {"what", finding.what},
                            {"remedy", finding.remedy}});
    }
    const json all{{"findings", std::move(findings)},
                   {"good", count(report, Level::good)},
                   {"skipped", count(report, Level::skipped)},
                   {"warnings", count(report, Level::warning)},
                   {"wrong", count(report, Level::wrong)}};
    // A provider's words may be no UTF-8.
    return all.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

int exitCode(const Report& report, bool strict) {
    return count(report, Level::wrong) > 0 || (strict && count(report, Level::warning) > 0) ? 1 : 0;
}

}  // namespace verdesk::backend::doctor
