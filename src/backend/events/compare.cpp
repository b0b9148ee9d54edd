#include "backend/events/compare.h"

namespace verdesk::backend {
namespace {

std::string quoted(const std::optional<std::string>& value) {
    return value ? "\"" + *value + "\"" : "nothing";
}

}  // namespace

std::string faultText(std::string_view table, std::string_view id, std::string_view column,
                      const std::optional<std::string>& expected, const std::optional<std::string>& found) {
    std::string text;
    text.append(table).append(" ").append(id).append(", column ").append(column);
    text.append(": expected ").append(quoted(expected)).append(", found ").append(quoted(found));
    return text;
}

std::vector<std::string> compareColumns(std::string_view table, std::string_view id, const Expected& expected,
                                        const Found& found) {
    std::vector<std::string> faults;
    for (const auto& [column, value] : found) {
        const auto place = expected.find(column);
        const auto wanted = place == expected.end() ? std::nullopt : std::optional{place->second};
        if (wanted != value) {
            faults.push_back(faultText(table, id, column, wanted, value));
        }
    }
    return faults;
}

}  // namespace verdesk::backend
