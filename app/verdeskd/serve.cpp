#include "commands.h"
#include "program.h"
#include "ready_line.h"
#include "run.h"

#include <csignal>

namespace verdesk::verdeskd {

namespace asio = boost::asio;

int serve(const ServeOptions& options) {
    backend::setUpLog(options.log);
    const auto config = readConfig(options.config);
    if (!config) {
        return wrongConfiguration;
    }
    try {
        // Never destroyed: the thread at standard input may still post to it while the process ends.
        auto& context = *new asio::io_context{1};
        backend::Backend backend{context.get_executor(), *config};
        serveUntilTold(
            context, options.endWithStandardInput,
            [&]() -> asio::awaitable<void> {
                co_await backend.start();
                printReady(backend.origins(), {}, {});
            },
            [&] { return backend.stop(); });
        return 0;
    } catch (const std::exception& error) {
        return failed(error);
    }
}

}  // namespace verdesk::verdeskd
