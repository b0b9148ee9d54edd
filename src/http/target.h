#pragma once
// Request targets (RFC 9112 section 3.2): their parts and the percent-encoding. Pure; used by the server and the
// router.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace verdesk::http {

struct TargetParts {
    std::string_view path;   // still encoded, starts with "/"
    std::string_view query;  // still encoded, without the "?"
};

// Origin form ("/a?b") and absolute form ("http://host/a?b"). Nothing for any other form, for a fragment, and for
// characters that an address never holds bare.
std::optional<TargetParts> splitTarget(std::string_view target);

// Nothing where a "%" is not followed by two hexadecimal digits, or where a NUL would come out.
std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace = false);

// "a=1&b=x%20y": decoded, the last of a name counts. Nothing where the encoding is broken.
std::optional<std::map<std::string, std::string>> parseQuery(std::string_view query);

}  // namespace verdesk::http
