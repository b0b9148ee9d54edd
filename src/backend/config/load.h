#pragma once
// Reads a configuration: the whole of it, or every mistake in it at once (a mistake of syntax alone comes by itself:
// behind it nothing can be understood).

#include "backend/config/config.h"
#include "backend/config/secret_source.h"
#include "backend/config/surroundings.h"

#include <tl/expected.hpp>

namespace verdesk::backend {

using LoadedConfig = tl::expected<Config, std::vector<ConfigMistake>>;

// `sources`, where it is not null, is told of each secret in the order of the reading.
LoadedConfig loadConfig(const std::filesystem::path& file, const Surroundings& surroundings,
                        std::vector<SecretSource>* sources = nullptr);
// `name` stands in the mistakes; `folder` is what relative paths are relative to.
LoadedConfig parseConfig(std::string_view text, const std::string& name, const std::filesystem::path& folder,
                         const Surroundings& surroundings, std::vector<SecretSource>* sources = nullptr);

}  // namespace verdesk::backend
