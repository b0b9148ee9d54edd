#include "http/router.h"

#include "http/target.h"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace verdesk::http {

namespace {

bool isParameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        segments.push_back(path.substr(0, path.find('/')));
        path.remove_prefix(segments.back().size());
    }
    return segments;
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
    return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                      [](const std::string& expected, std::string_view segment) {
                          if (isParameter(expected)) {
                              return !segment.empty();
                          }
                          if (segment.find('%') == std::string_view::npos) {
                              return segment == expected;
                          }
                          const auto decoded = percentDecode(segment);
                          return decoded && *decoded == expected;
                      });
}

// Of two patterns that match, the one that says more at the first difference.
bool saysMore(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        if (isParameter(a[i]) != isParameter(b[i])) {
            return isParameter(b[i]);
        }
    }
    return false;
}

}  // namespace

void Router::add(std::string method, std::string pattern, Handler handler) {
    assert(!pattern.empty() && pattern.front() == '/');
    assert(std::none_of(routes_.begin(), routes_.end(),
                        [&](const Route& route) { return route.method == method && route.pattern == pattern; }));
    std::vector<std::string> segments;
    for (const auto segment : split(pattern)) {
        segments.emplace_back(segment);
    }
    routes_.push_back({std::move(method), std::move(pattern), std::move(segments), std::move(handler)});
}

Router::Match Router::match(const std::string& method, const std::string& path) const {
    Match match;
    if (path.empty() || path.front() != '/') {
        return match;
    }
    const auto segments = split(path);
    const Route* best = nullptr;
    bool bestIsExact = false;
    for (const auto& route : routes_) {
        if (route.segments.size() != segments.size() || !matches(route.segments, segments)) {
            continue;
        }
        match.allowed.push_back(route.method);
        // HEAD is answered by GET where nobody asked to answer it otherwise (RFC 9110 section 9.3.2).
        const bool exact = route.method == method;
        if (!exact && !(method == "HEAD" && route.method == "GET")) {
            continue;
        }
        if (best == nullptr || saysMore(route.segments, best->segments) ||
            (exact && !bestIsExact && !saysMore(best->segments, route.segments))) {
            best = &route;
            bestIsExact = exact;
        }
    }
    if (best == nullptr) {
        if (std::find(match.allowed.begin(), match.allowed.end(), "GET") != match.allowed.end()) {
            match.allowed.emplace_back("HEAD");
        }
        std::sort(match.allowed.begin(), match.allowed.end());
        match.allowed.erase(std::unique(match.allowed.begin(), match.allowed.end()), match.allowed.end());
        return match;
    }
    match.allowed.clear();
    match.handler = &best->handler;
    match.pattern = best->pattern;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::string_view expected = best->segments[i];
        if (isParameter(expected)) {
            auto value = percentDecode(segments[i]);
            if (!value) {
                return {};
            }
            match.parameters.insert_or_assign(std::string{expected.substr(1, expected.size() - 2)}, std::move(*value));
        }
    }
    return match;
}

}  // namespace verdesk::http
