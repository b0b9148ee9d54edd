#include "providers/passid/token.h"

#include <array>

namespace verdesk::providers::passid {
namespace {

struct Replaced {
    std::string_view what;  // UTF-8
    std::string_view with;
};

// What word processors, chat programs and mobile keyboards make of blanks and hyphens.
constexpr std::array<Replaced, 14> replaced{{
    {"\xC2\xA0", ""},       // no-break space
    {"\xC2\xAD", ""},       // soft hyphen
    {"\xE2\x80\x89", ""},   // thin space
    {"\xE2\x80\x8B", ""},   // zero width space
    {"\xE2\x80\x8E", ""},   // left-to-right mark
    {"\xE2\x80\xAF", ""},   // narrow no-break space
    {"\xEF\xBB\xBF", ""},   // byte order mark
    {"\xE2\x80\x90", "-"},  // hyphen
    {"\xE2\x80\x91", "-"},  // non-breaking hyphen
    {"\xE2\x80\x92", "-"},  // figure dash
    {"\xE2\x80\x93", "-"},  // en dash
    {"\xE2\x80\x94", "-"},  // em dash
    {"\xE2\x80\x95", "-"},  // horizontal bar
    {"\xE2\x88\x92", "-"},  // minus sign
}};

}  // namespace

std::string normalToken(std::string_view typed) {
    std::string token;
    while (!typed.empty()) {
        const Replaced* rule = nullptr;
        for (const auto& each : replaced) {
            if (typed.starts_with(each.what)) {
                rule = &each;
            }
        }
        if (rule != nullptr) {
            token += rule->with;
            typed.remove_prefix(rule->what.size());
            continue;
        }
        const char c = typed.front();
        typed.remove_prefix(1);
        if (c >= 'a' && c <= 'z') {
            token.push_back(static_cast<char>(c - 32));
        } else if (static_cast<unsigned char>(c) > ' ' && c != 127) {
            token.push_back(c);
        }
    }
    return token;
}

TokenLaunch tokenLaunch() {
    return {{"PASSID-XXXX-XXXX-XXXX-XXXX", "XXXX-XXXX-XXXX"}, "PASSID-AB3X-7YQM-K9PQ-3MNX"};
}

}  // namespace verdesk::providers::passid
