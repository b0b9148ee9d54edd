#include "sandbox/state_file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace verdesk::sandbox {

namespace fs = std::filesystem;

Json readState(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        return {};
    }
    std::ostringstream text;
    text << file.rdbuf();
    auto state = Json::parse(text.str(), nullptr, false);
    if (!state.is_object()) {
        throw std::runtime_error{"the state file " + path + " is broken"};
    }
    return state;
}

void writeState(const std::string& path, const Json& state) {
    const auto fresh = path + ".new";
    std::error_code ignored;
    {
        std::ofstream file{fresh, std::ios::binary | std::ios::trunc};
        fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, ignored);
        file << textOf(state);
    }
    fs::rename(fresh, path, ignored);
}

}  // namespace verdesk::sandbox
