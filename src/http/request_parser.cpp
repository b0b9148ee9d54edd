#include "http/request_parser.h"

#include "http/target.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <cstring>

namespace verdesk::http {

namespace beast = boost::beast;

RequestParser::RequestParser(const Limits& limits)
    : headerBytes_(limits.headerBytes), targetBytes_(limits.targetBytes) {
    header_limit(static_cast<std::uint32_t>(limits.headerBytes));
    body_limit(limits.bodyBytes);
}

RequestParser::Refusal RequestParser::refusal(const error_code& error) const {
    namespace http = beast::http;
    if (refused_) {
        return *refused_;
    }
    if (error == http::error::body_limit) {
        return {413, "The body is longer than the limit."};
    }
    if (error == http::error::header_limit) {
        return {431, "The header is longer than the limit."};
    }
    if (error == http::error::bad_content_length || error == http::error::multiple_content_length) {
        return {400, "Content-Length is not one plain number."};
    }
    if (error == http::error::bad_transfer_encoding) {
        return {400, "Transfer-Encoding is given twice or beside Content-Length."};
    }
    return {};
}

std::size_t RequestParser::putBody(const boost::asio::const_buffer& bytes, error_code& error) {
    const std::string_view text{static_cast<const char*>(bytes.data()), bytes.size()};
    std::size_t taken = 0;
    while (true) {
        const auto piece = text.substr(taken, headerBytes_);
        if (chunked() && !hasChunk_ && piece.size() == 4 && piece.starts_with("0\r\n")) {
            error = beast::http::error::need_more;
            return taken;
        }
        const auto more = put(boost::asio::buffer(piece), error);
        taken += more;
        if (error == beast::http::error::need_more && more > 0 && taken < text.size()) {
            error = {};
        }
        if (error || is_done() || taken == text.size()) {
            return taken;
        }
    }
}

void RequestParser::refuse(int status, std::string_view why, error_code& error) {
    refused_ = Refusal{status, why};
    error = beast::http::error::bad_value;
}

void RequestParser::on_request_impl(beast::http::verb, Text method, Text target, int version, error_code& error) {
    version_ = version;
    if (target.size() > targetBytes_) {
        return refuse(414, "The address is longer than the limit.", error);
    }
    request_.method.assign(method.data(), method.size());
    request_.target.assign(target.data(), target.size());
    const auto parts = splitTarget(request_.target);
    if (!parts) {
        return refuse(400, "The address is not a path.", error);
    }
    auto path = percentDecode(parts->path);
    auto query = parseQuery(parts->query);
    if (!path || !query) {
        return refuse(400, "The address is not encoded properly.", error);
    }
    rawPath_.assign(parts->path);
    request_.path = std::move(*path);
    request_.query = std::move(*query);
}

void RequestParser::on_response_impl(int, Text, int, error_code&) {}

void RequestParser::on_field_impl(beast::http::field field, Text name, Text value, error_code& error) {
    if (headerDone_) {
        return;  // a trailer: never merged into the header (RFC 9110 section 6.5.1)
    }
    switch (field) {
        case beast::http::field::host:
            if (++hosts_ > 1) {
                return refuse(400, "Host is given twice.", error);
            }
            break;
        case beast::http::field::content_length:
            // Beast takes "5, 5" and a second equal one, as the RFC allows; a proxy in front may not.
            if (++lengths_ > 1 || value.empty() ||
                !std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) {
                return refuse(400, "Content-Length is not one plain number.", error);
            }
            break;
        case beast::http::field::transfer_encoding:
            if (++encodings_ > 1 || !beast::iequals(value, "chunked") || version_ < 11) {
                return refuse(400, "The only Transfer-Encoding taken is chunked.", error);
            }
            break;
        case beast::http::field::expect:
            if (!beast::iequals(value, "100-continue")) {
                return refuse(400, "The only expectation taken is 100-continue.", error);
            }
            expectsContinue_ = version_ >= 11;
            break;
        default:
            break;
    }
    request_.headers.emplace_back(std::string{name.data(), name.size()}, std::string{value.data(), value.size()});
}

void RequestParser::on_header_impl(error_code& error) {
    headerDone_ = true;
    if (lengths_ > 0 && encodings_ > 0) {
        return refuse(400, "Content-Length and Transfer-Encoding are given together.", error);
    }
    if (version_ >= 11 && hosts_ != 1) {
        return refuse(400, "Host is missing.", error);
    }
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) {
    constexpr std::uint64_t believed = 64 * 1024;  // of a length that is only a promise so far
    request_.body.reserve(static_cast<std::size_t>(std::min(length.value_or(0), believed)));
}

std::size_t RequestParser::on_body_impl(Text body, error_code&) {
    request_.body.append(body.data(), body.size());
    return body.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t, Text, error_code&) {
    hasChunk_ = true;
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text body, error_code&) {
    request_.body.append(body.data(), body.size());
    return body.size();
}

void RequestParser::on_finish_impl(error_code&) {}

std::size_t emptyLinesBefore(std::string_view data, std::size_t& searched) {
    std::size_t length = 0;
    while (searched <= 1 && data.substr(length).starts_with("\r\n")) {  // 1: its first half came alone
        length += 2;
        searched = 0;
    }
    return length;
}

std::size_t headerEnd(std::string_view data, std::size_t& searched) {
    while (searched < data.size()) {
        const auto feed = data.find('\n', searched);
        if (feed == std::string_view::npos) {
            searched = data.size();
            return 0;
        }
        const auto next = data.substr(feed + 1, 2);
        if (!next.empty() && next[0] == '\n') {
            return feed + 2;
        }
        if (next == "\r\n") {
            return feed + 3;
        }
        if (next.empty() || next == "\r") {
            searched = feed;
            return 0;
        }
        searched = feed + 1;
    }
    return 0;
}

bool headerIsPlain(std::string_view header) {
    if (header.find('\0') != std::string_view::npos) {
        return false;
    }
    const char* const first = header.data();
    const char* const last = first + header.size();
    std::size_t returns = 0;
    for (const char* at = first; at < last;) {
        const auto* feed = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(last - at)));
        if (feed == nullptr) {
            break;
        }
        if (feed == first || feed[-1] != '\r') {
            return false;
        }
        ++returns;
        at = feed + 1;
        if (at < last && (*at == ' ' || *at == '\t')) {
            return false;
        }
    }
    return static_cast<std::size_t>(std::count(first, last, '\r')) == returns;
}

}  // namespace verdesk::http
