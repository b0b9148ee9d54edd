#include "http/response_head.h"

#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace verdesk::http {

namespace {

void append(std::string& out, std::size_t number) {
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end);
}

bool staysInItsLine(std::string_view text) {
    return text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos;
}

}  // namespace

bool isBodiless(int status) {
    return status == 204 || status == 304;
}

bool appendHead(std::string& out, const Response& response, std::string_view date, bool keepAlive) {
    const bool sound = std::all_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
        return !header.first.empty() && staysInItsLine(header.first) && staysInItsLine(header.second);
    });
    if (!sound || !staysInItsLine(response.contentType) || response.status < 200 || response.status > 999) {
        return false;
    }
    out += "HTTP/1.1 ";
    append(out, static_cast<std::size_t>(response.status));
    out += ' ';
    const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
    out.append(reason.data(), reason.size());
    out += "\r\nDate: ";
    out += date;
    if (!isBodiless(response.status)) {
        if (!response.contentType.empty()) {
            out += "\r\nContent-Type: ";
            out += response.contentType;
        }
        out += "\r\nContent-Length: ";
        append(out, response.body.size());
    }
    for (const auto& [name, value] : response.headers) {
        out += "\r\n";
        out += name;
        out += ": ";
        out += value;
    }
    out += keepAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    return true;
}

std::string_view HttpDate::now() {
    using namespace std::chrono;
    const auto now = floor<seconds>(system_clock::now());
    const auto second = static_cast<long long>(now.time_since_epoch().count());
    if (second != second_) {
        static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        const auto day = floor<std::chrono::days>(now);
        const year_month_day date{day};
        const hh_mm_ss time{now - day};
        char text[64];
        std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT", days[weekday{day}.c_encoding()],
                      static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                      static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
        text_ = text;
        second_ = second;
    }
    return text_;
}

}  // namespace verdesk::http
