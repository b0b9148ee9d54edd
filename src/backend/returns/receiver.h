#pragma once
// GET /return/{provider} and /return/{provider}/back: a browser that nobody is signed in at, perhaps the customer's
// own. What it brings is handed in; it is told nothing. Whoever asks with something that we never gave out gets the
// same page.

#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/rate/rate.h"
#include "http/message.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>

namespace verdesk::backend {

// `dropped`: it named a verification, and was no end of it.
enum class ReturnOutcome { taken, unknown, dropped, limited, failed };

class ReturnReceiver {
public:
    // Gives the customer's language, or nothing where the address belongs to nobody; see Verifications::cameBack.
    using Take = std::function<boost::asio::awaitable<std::optional<std::string>>(std::string provider, std::string url,
                                                                                  bool back)>;
    ReturnReceiver(const Config& config, const Clock& clock, Take take,
                   std::function<void(const std::string& provider, ReturnOutcome)> count);
    // Reads the route's parameter `provider`. Never throws but for a cancellation.
    boost::asio::awaitable<http::Response> receive(http::Request request, bool back);

private:
    const Config& config_;
    const Clock& clock_;
    Take take_;
    std::function<void(const std::string&, ReturnOutcome)> count_;
    RateLimit rate_;
};

}  // namespace verdesk::backend
