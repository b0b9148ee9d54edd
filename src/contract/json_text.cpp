#include "contract/json_text.h"

#include "contract/json_reader.h"

namespace verdesk {

bool nestsDeeper(std::string_view text, int levels) {
    int open = 0;
    bool inText = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inText) {
            at += c == '\\' ? 1 : 0;
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '[' || c == '{') {
            if (++open > levels) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --open;
        }
    }
    return false;
}

nlohmann::json jsonOrNone(std::string_view text) {
    return nestsDeeper(text, deepestFromOutside) ? nlohmann::json(nlohmann::json::value_t::discarded)
                                                 : nlohmann::json::parse(text, nullptr, false);
}

nlohmann::json parseOutside(std::string_view text) {
    if (nestsDeeper(text, deepestFromOutside)) {
        throw MemberError{{}, "nests deeper than " + std::to_string(deepestFromOutside) + " levels"};
    }
    return parseJson(text);
}

}  // namespace verdesk
