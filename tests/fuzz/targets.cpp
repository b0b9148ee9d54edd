#include "tests/fuzz/targets.h"

#include <algorithm>

namespace verdesk::fuzz {

const std::vector<Target>& targets() {
    static const std::vector<Target> all{
        {"webhook", true, webhook}, {"call", true, call},          {"page", true, page},
        {"widget", false, widget},  {"token", false, token},       {"answers", false, answers},
        {"http", false, http},      {"contract", false, contract}, {"config", false, config}};
    return all;
}

const Target* find(std::string_view name) {
    const auto found =
        std::find_if(targets().begin(), targets().end(), [&](const Target& each) { return each.name == name; });
    return found == targets().end() ? nullptr : &*found;
}

}  // namespace verdesk::fuzz
