#pragma once
// The page that a browser gets which comes back from a provider: one sentence, no script, the same for everybody. Pure.

#include "http/message.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::backend::returns {

enum class Page { done, wait };  // `wait`: too many requests

// The languages that the page can be shown in.
std::vector<std::string> languages();
// Of an Accept-Language header: the first one that we have; "en" where there is none.
std::string preferred(std::string_view acceptLanguage);
// With every header that it needs. A language that we do not have is shown in English.
http::Response answer(Page page, const std::string& language);

}  // namespace verdesk::backend::returns
