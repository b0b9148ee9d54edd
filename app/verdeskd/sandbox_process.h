#pragma once
// verdesk-sandbox as a child: started again when it dies, and gone when this process is, because its standard input
// closes. Secrets pass through its standard input and output alone.

#include "backend/practice/practice_config.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace verdesk::verdeskd {

struct SandboxOptions {
    std::filesystem::path program;
    std::filesystem::path state;  // sessions, secrets and pending webhooks outlive the process there
    std::uint16_t port = 0;       // wished for; another free one is taken where it is not
};

class SandboxProcess {
public:
    SandboxProcess(boost::asio::io_context& context, SandboxOptions options);
    ~SandboxProcess();

    // Starts it and waits for its ready line. Throws std::runtime_error in words.
    boost::asio::awaitable<void> start();
    // Registers the institution with all providers, under the origin that webhooks and returns reach; also after it was
    // started again.
    boost::asio::awaitable<void> serve(std::string institution, std::string publicOrigin);
    // Closes its standard input and waits a moment for its end.
    boost::asio::awaitable<void> stop();

    const std::string& origin() const;  // "http://127.0.0.1:40001"
    const std::string& phone() const;
    const std::vector<backend::PracticeProvider>& providers() const;
    std::uint16_t port() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace verdesk::verdeskd
