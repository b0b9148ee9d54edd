#include "backend/api/version.h"

#include <charconv>

namespace verdesk::backend::api {

std::optional<Version> versionFrom(std::string_view text) {
    Version version{};
    for (std::size_t i = 0; i < version.size(); ++i) {
        const auto* end = text.data() + text.size();
        const auto [stopped, error] = std::from_chars(text.data(), end, version[i]);
        if (error != std::errc{} || version[i] < 0 || version[i] > 99'999) {
            return std::nullopt;
        }
        text.remove_prefix(static_cast<std::size_t>(stopped - text.data()));
        if (i + 1 < version.size()) {
            if (text.empty() || text.front() != '.') {
                return std::nullopt;
            }
            text.remove_prefix(1);
        }
    }
    return text.empty() || (text.front() == '-' && text.size() <= 40) ? std::optional{version} : std::nullopt;
}

}  // namespace verdesk::backend::api
