// Where the pingback's documents can be fetched, and files that nobody should take: too long, no picture, an address
// that leads inside.
#include "sandbox/mishap.h"
#include "sandbox/page.h"
#include "sandbox/passport_io/passport_io.h"

namespace verdesk::sandbox::passport_io {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

constexpr std::size_t huge = 20 * 1024 * 1024;

http::Handler always(std::function<Response()> answer) {
    return [answer = std::move(answer)](Request) -> asio::awaitable<Response> { co_return answer(); };
}

}  // namespace

void PassportIo::addFileRoutes(http::Router& router) {
    const MishapForm form{[](int status, std::string_view why) { return reply(status, {{"error", why}}); }, "[]"};
    const auto add = [&](const std::string& path, http::Handler inner) {
        router.add("GET", path, withFaults(faults_, "document", form, std::move(inner)));
    };
    add("/files/front.jpg", assetFile("pictures/card_front.jpg"));
    add("/files/back.jpg", assetFile("pictures/card_back.jpg"));
    add("/files/page.jpg", always([] { return Response{200, "<!doctype html><p>no picture", "image/jpeg"}; }));
    add("/files/huge.jpg", always([] {
            return Response{200, "\xFF\xD8\xFF\xE0" + std::string(huge, 'x'), "image/jpeg"};
        }));
    add("/files/inside.jpg", always([this] {
            return Response{302, {}, "text/plain", {{"Location", place().main + "/control/clock"}}};
        }));
}

}  // namespace verdesk::sandbox::passport_io
