#pragma once
// What the commands share: reading the configuration with its complaints, and running one coroutine to its end.

#include "backend/config/config.h"
#include "backend/config/secret_source.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace verdesk::verdeskd {

inline constexpr int wrongConfiguration = 2;

// Nothing where it has mistakes: each stands on standard error then. `sources`: as of backend::loadConfig.
std::optional<backend::Config> readConfig(const std::filesystem::path& file,
                                          std::vector<backend::SecretSource>* sources = nullptr);

// Runs a coroutine on a context of its own; what it throws is thrown here.
void runToEnd(const std::function<boost::asio::awaitable<void>(boost::asio::io_context&)>& work);

// A failure of a command, in words, on standard error; gives exit code 1.
int failed(const std::exception& error);

}  // namespace verdesk::verdeskd
