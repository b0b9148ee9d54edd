// Requests to our listeners, as the bytes that come through a socket, without one. However they are cut, the same
// request comes out, or the same refusal.
#include "backend/config/networks.h"
#include "backend/returns/page.h"
#include "http/destination.h"
#include "http/request_parser.h"
#include "http/target.h"
#include "tests/fuzz/targets.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

#include <optional>

namespace verdesk::fuzz {

namespace {

using verdesk::http::Limits;
using verdesk::http::Request;
using verdesk::http::RequestParser;

Limits smallLimits() {
    Limits limits;
    limits.headerBytes = 1024;
    limits.targetBytes = 256;
    limits.bodyBytes = 2048;
    return limits;
}

struct Outcome {
    int refused = 0;  // the status; 0: none
    bool whole = false;
    Request request;
    std::string rawPath;
};

// As a connection reads, with so many bytes at a time.
class Reading {
public:
    Reading(std::string_view bytes, std::size_t step) : bytes_{bytes}, step_{step} {}

    Outcome run() {
        if (const auto end = header(); end != 0) {
            boost::beast::error_code error;
            if (!verdesk::http::headerIsPlain(std::string_view{buffer_}.substr(0, end))) {
                outcome_.refused = 400;
                return std::move(outcome_);
            }
            parser_.put(boost::asio::buffer(buffer_.data(), end), error);
            buffer_.erase(0, end);
            if (error) {  // also where the parser wants more: the header is over
                outcome_.refused = parser_.refusal(error).status;
            } else if (parser_.is_done() || body()) {
                outcome_.whole = true;
                outcome_.request = std::move(parser_.request());
                outcome_.rawPath = parser_.rawPath();
            }
        }
        return std::move(outcome_);
    }

private:
    bool more() {
        const auto some = bytes_.substr(0, step_);
        buffer_.append(some);
        bytes_.remove_prefix(some.size());
        return !some.empty();
    }
    bool refused(const boost::beast::error_code& error) {
        if (error && error != boost::beast::http::error::need_more) {
            outcome_.refused = parser_.refusal(error).status;
        }
        return outcome_.refused != 0;
    }
    std::size_t header() {
        std::size_t searched = 0;
        while (true) {
            buffer_.erase(0, verdesk::http::emptyLinesBefore(buffer_, searched));
            const auto end = verdesk::http::headerEnd(buffer_, searched);
            if (end > limits_.headerBytes || (end == 0 && buffer_.size() > limits_.headerBytes)) {
                outcome_.refused = 431;
                return 0;
            }
            if (end != 0 || !more()) {
                return end;
            }
        }
    }
    bool body() {
        parser_.eager(true);
        while (true) {
            if (!buffer_.empty()) {
                boost::beast::error_code error;
                buffer_.erase(0, parser_.putBody(boost::asio::buffer(buffer_), error));
                if (refused(error)) {
                    return false;
                }
                if (parser_.is_done()) {
                    return true;
                }
                if (buffer_.size() > limits_.headerBytes) {
                    outcome_.refused = 431;
                    return false;
                }
            }
            if (!more()) {
                return false;
            }
        }
    }

    std::string_view bytes_;
    std::size_t step_;
    std::string buffer_;
    Limits limits_ = smallLimits();
    RequestParser parser_{limits_};
    Outcome outcome_;
};

const verdesk::http::Router& routes() {
    static const auto made = [] {
        verdesk::http::Router router;
        const auto handler = [](Request) -> boost::asio::awaitable<verdesk::http::Response> {
            co_return verdesk::http::Response{};
        };
        router.add("POST", "/hooks/{provider}/{segment}", handler);
        router.add("GET", "/return/{provider}", handler);
        router.add("GET", "/return/{provider}/back", handler);
        router.add("GET", "/api/v1/cases", handler);
        router.add("GET", "/api/v1/cases/{id}", handler);
        router.add("GET", "/api/v1/cases/new", handler);
        return router;
    }();
    return made;
}

void requireSame(const Outcome& one, const Outcome& other) {
    require(one.refused == other.refused && one.whole == other.whole, "cut in another way, another end");
    require(one.request.method == other.request.method && one.request.target == other.request.target &&
                one.request.headers == other.request.headers && one.request.body == other.request.body,
            "cut in another way, another request");
}

void answer(const Outcome& outcome) {
    static const verdesk::http::Options options;
    static const auto proxies = [] {
        return std::vector<backend::Network>{*backend::networkFrom("127.0.0.0/8"), *backend::networkFrom("::1")};
    }();
    auto request = outcome.request;
    request.peer = "127.0.0.1";
    const auto destination = verdesk::http::destinationOf(request, outcome.rawPath, options, routes());
    (void)verdesk::http::nobodyAnswers(options, destination);
    (void)backend::senderOf(request, proxies);
    const auto language = backend::returns::preferred(request.header("Accept-Language").value_or(""));
    (void)backend::returns::answer(backend::returns::Page::done, language);
}

}  // namespace

void http(std::string_view, std::string_view input) {
    const auto whole = Reading{input, input.size() + 1}.run();
    for (const std::size_t step : {1, 7, 300}) {
        requireSame(whole, Reading{input, step}.run());
    }
    require(whole.request.body.size() <= smallLimits().bodyBytes, "a body beyond the limit");
    require(whole.request.target.size() <= smallLimits().targetBytes, "an address beyond the limit");
    if (whole.whole) {
        answer(whole);
    }
}

}  // namespace verdesk::fuzz
