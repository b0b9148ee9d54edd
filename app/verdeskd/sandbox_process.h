#pragma once
// verdesk-sandbox as a child: started with its secrets through its standard input, started again when it dies, and
// gone when this process is, because its standard input closes.

#include "crypto/secret.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace verdesk::verdeskd {

struct SandboxOptions {
    std::filesystem::path program;
    std::filesystem::path state;  // sessions and pending webhooks outlive the process there
    std::uint16_t port = 0;       // wished for; another free one is taken where it is not
    crypto::Secret key;
    crypto::Secret webhookSecret;
    std::string institutionName;
};

class SandboxProcess {
public:
    SandboxProcess(boost::asio::io_context& context, SandboxOptions options);
    ~SandboxProcess();

    // Starts it and waits for its ready line. Throws std::runtime_error in words.
    boost::asio::awaitable<void> start();
    // Where webhooks go; also after it was started again.
    boost::asio::awaitable<void> sendWebhooksTo(std::string address);
    // Closes its standard input and waits a moment for its end.
    boost::asio::awaitable<void> stop();

    const std::string& origin() const;  // "http://127.0.0.1:40001"
    const std::string& phone() const;
    std::uint16_t port() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace verdesk::verdeskd
