#pragma once
// Pages and files that doubles show in a browser: everything from their own origin, nothing inline.

#include "http/router.h"

#include <map>
#include <string>
#include <string_view>

namespace verdesk::sandbox {

// "&", "<", ">" and quotes as HTML wants them.
std::string htmlText(std::string_view text);

// An asset in which every "{{name}}" is replaced by that value, made safe for HTML.
std::string filled(std::string_view assetName, const std::map<std::string, std::string>& values);

// What a page's Content-Security-Policy says beyond "from here alone".
struct PagePolicy {
    std::string framedBy = "'none'";  // frame-ancestors
    std::string frames = "'none'";    // frame-src
};
http::Response htmlPage(int status, std::string body, const PagePolicy& policy = {});

// An asset as it is. The type goes by its ending: css, js, jpg, mp4.
http::Handler assetFile(std::string name);

}  // namespace verdesk::sandbox
