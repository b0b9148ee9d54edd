#include "sandbox/page.h"

#include "sandbox/assets.h"

namespace verdesk::sandbox {

namespace asio = boost::asio;

namespace {

std::string typeOf(std::string_view name) {
    const auto ending = name.substr(name.rfind('.') + 1);
    return ending == "css"   ? "text/css; charset=utf-8"
           : ending == "js"  ? "text/javascript; charset=utf-8"
           : ending == "jpg" ? "image/jpeg"
           : ending == "mp4" ? "video/mp4"
                             : "application/octet-stream";
}

}  // namespace

std::string htmlText(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

std::string filled(std::string_view assetName, const std::map<std::string, std::string>& values) {
    std::string_view rest = asset(assetName);
    std::string text;
    while (true) {
        const auto open = rest.find("{{");
        const auto close = open == std::string_view::npos ? open : rest.find("}}", open);
        text += rest.substr(0, close == std::string_view::npos ? close : open);
        if (close == std::string_view::npos) {
            return text;
        }
        const auto found = values.find(std::string{rest.substr(open + 2, close - open - 2)});
        text += found == values.end() ? std::string{} : htmlText(found->second);
        rest.remove_prefix(close + 2);
    }
}

http::Response htmlPage(int status, std::string body, const PagePolicy& policy) {
    const auto words =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src blob:; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-src " +
        policy.frames + "; frame-ancestors " + policy.framedBy;
    return {status,
            std::move(body),
            "text/html; charset=utf-8",
            {{"Content-Security-Policy", words},
             {"X-Content-Type-Options", "nosniff"},
             {"Referrer-Policy", "no-referrer"},
             {"Cache-Control", "no-store"}}};
}

http::Handler assetFile(std::string name) {
    return [name = std::move(name)](http::Request) -> asio::awaitable<http::Response> {
        co_return http::Response{200,
                                 std::string{asset(name)},
                                 typeOf(name),
                                 {{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}}};
    };
}

}  // namespace verdesk::sandbox
