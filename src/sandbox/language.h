#pragma once
// In which language a page speaks: the providers' documented addresses carry none, so the browser's own wish decides,
// which for the desk's embedded browser is the customer's.

#include "http/message.h"

#include <string>
#include <string_view>

namespace verdesk::sandbox {

// "de" or "en", by a header Accept-Language; "en" where it wants neither.
std::string_view languageOf(std::string_view acceptLanguage);
std::string languageOf(const http::Request& request);

}  // namespace verdesk::sandbox
