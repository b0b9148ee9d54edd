#pragma once
// In which language a browser wants its pages, and in which it gets them.

#include "tests/sandbox/harness.h"

#include <string>
#include <vector>

namespace verdesk::sandbox::test {

struct Wish {
    Headers headers;
    std::string language;  // "de", "en"

    bool isMetBy(const Reply& page) const {
        return page.text.find("<html lang=\"" + language + "\">") != std::string::npos;
    }
    Json either(const char* english, const char* german) const {
        return language == "de" ? german : english;
    }
};

inline std::vector<Wish> wishes() {
    return {{{{"Accept-Language", "de-AT,de;q=0.9"}}, "de"}, {{{"Accept-Language", "fr"}}, "en"}};
}

}  // namespace verdesk::sandbox::test
