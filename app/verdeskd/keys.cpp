#include "backend/clock.h"
#include "backend/config/secret_file.h"
#include "backend/config/store_options.h"
#include "backend/store/rotation.h"
#include "commands.h"
#include "crypto/seal.h"
#include "program.h"
#include "system_user.h"

#include <algorithm>
#include <iostream>

namespace verdesk::verdeskd {

namespace asio = boost::asio;
namespace store = backend::store;

int keysInit(const std::filesystem::path& file) {
    const auto key = crypto::Key::random();
    const auto written = backend::writeSecretFile(file, crypto::Secret{crypto::toBase64(key.bytes())});
    if (!written) {
        std::cerr << "verdeskd: " << written.error() << "\n";
        return 1;
    }
    std::cout << "A new master key is in " << file.string() << ".\n"
              << "Keep a copy apart from the store's backups: without it nothing sealed can ever be read again.\n";
    return 0;
}

namespace {

asio::awaitable<void> rotate(store::Store& opened, int batch) {
    const backend::SystemClock clock;
    const auto actor = backend::systemUserActor(systemUser(), {});
    const auto begin = [&](store::Transaction& t) { store::beginRotation(t, actor, clock.now()); };
    co_await opened.write(begin);
    for (bool done = false; !done;) {
        const auto count = [](store::Reading& r) { return store::keysLeft(r); };
        auto left = co_await opened.read(count);
        for (store::Rewrapped step{{}, batch}; step.keys == batch;) {
            const auto some = [after = step.last, batch](store::Transaction& t) {
                return store::rewrapSome(t, after, batch);
            };
            step = co_await opened.write(some);
            left -= step.keys;
            std::cout << "keys left: " << std::max<std::int64_t>(left, 0) << "\n" << std::flush;
        }
        const auto end = [&](store::Transaction& t) { return store::endRotation(t, actor, clock.now()); };
        done = co_await opened.write(end);
    }
}

}  // namespace

int keysRotate(const RotateOptions& options) {
    const auto config = readConfig(options.config);
    if (!config) {
        return wrongConfiguration;
    }
    if (!config->previousMaster) {
        std::cerr << options.config.string()
                  << ": keys.previous is missing: give the master key before beside the new one\n";
        return wrongConfiguration;
    }
    try {
        runToEnd([&](asio::io_context& context) -> asio::awaitable<void> {
            store::Store opened{context.get_executor(), backend::storeOptions(*config)};
            co_await rotate(opened, options.batch);
        });
        std::cout << "Every key is wrapped by master key version " << config->masterVersion
                  << ". Take keys.previous out of the configuration and start the backend again.\n"
                  << "Backups that were made before need the key before: keep it as long as you keep them.\n";
        return 0;
    } catch (const std::exception& error) {
        return failed(error);
    }
}

}  // namespace verdesk::verdeskd
