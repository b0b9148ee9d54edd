#pragma once
// Private to src/http. The bytes of a response before its body.

#include "http/message.h"

#include <string>
#include <string_view>

namespace verdesk::http {

// True for 204 and 304, which have no body whatever a handler says.
bool isBodiless(int status);

// Appends the status line and the header, with the empty line. `date` as HTTP writes it. False where a header of the
// response would break out of its line, or the status is none of a final answer: then nothing was appended.
bool appendHead(std::string& out, const Response& response, std::string_view date, bool keepAlive);

// Dates as HTTP writes them, made anew at most once a second. Not for several threads.
class HttpDate {
public:
    std::string_view now();

private:
    long long second_ = -1;
    std::string text_;
};

}  // namespace verdesk::http
