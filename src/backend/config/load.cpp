#include "backend/config/load.h"

#include "backend/config/parts.h"

#include <fstream>
#include <sstream>

namespace verdesk::backend {

LoadedConfig parseConfig(std::string_view text, const std::string& name, const std::filesystem::path& folder,
                         const Surroundings& surroundings, std::vector<SecretSource>* sources) {
    Mistakes mistakes{name};
    toml::table parsed;
    try {
        parsed = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        mistakes.add(static_cast<int>(error.source().begin.line), {},
                     "cannot be read as TOML: " + std::string{error.description()});
        return tl::unexpected{mistakes.sorted()};
    }
    Table root{&parsed, {}, 0, mistakes};
    std::vector<SecretSource> read;
    const SecretReader secrets{surroundings, folder, sources == nullptr ? read : *sources};
    Config config;
    parts::readInstitution(root, config);
    parts::readListeners(root, config, folder);
    parts::readStore(root, config, secrets, folder);
    parts::readLimits(root, config, folder);
    parts::readSender(root, config, folder);
    parts::readAccountsAndFlows(root, config, secrets, surroundings);
    root.finish();
    if (!mistakes.empty()) {
        return tl::unexpected{mistakes.sorted()};
    }
    return config;
}

LoadedConfig loadConfig(const std::filesystem::path& file, const Surroundings& surroundings,
                        std::vector<SecretSource>* sources) {
    std::ifstream in{file, std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    if (!in || std::filesystem::is_directory(file)) {
        return tl::unexpected{std::vector{
            ConfigMistake{file.string(), 0, {}, "cannot be read: is the path right, and may this user read it?"}}};
    }
    return parseConfig(text.str(), file.string(), std::filesystem::absolute(file).parent_path(), surroundings, sources);
}

}  // namespace verdesk::backend
