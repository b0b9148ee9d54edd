#include "program.h"

#include "backend/config/load.h"

#include <iostream>

namespace verdesk::verdeskd {

namespace asio = boost::asio;

std::optional<backend::Config> readConfig(const std::filesystem::path& file,
                                          std::vector<backend::SecretSource>* sources) {
    auto loaded = backend::loadConfig(file, backend::surroundingsOfProcess(), sources);
    if (loaded) {
        return std::move(*loaded);
    }
    for (const auto& mistake : loaded.error()) {
        std::cerr << toText(mistake) << "\n";
    }
    return std::nullopt;
}

void runToEnd(const std::function<asio::awaitable<void>(asio::io_context&)>& work) {
    asio::io_context context{1};
    std::exception_ptr failure;
    asio::co_spawn(context, work(context), [&failure](std::exception_ptr error) { failure = error; });
    context.run();
    if (failure) {
        std::rethrow_exception(failure);
    }
}

int failed(const std::exception& error) {
    std::cerr << "verdeskd: " << error.what() << "\n";
    return 1;
}

}  // namespace verdesk::verdeskd
