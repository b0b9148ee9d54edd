#include "http/handler_run.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::http {

namespace asio = boost::asio;

HandlerRun::HandlerRun(const asio::any_io_executor& executor) : wake_(executor) {}

asio::awaitable<void> HandlerRun::run(std::shared_ptr<HandlerRun> self, const Handler& handler, Request request,
                                      std::shared_ptr<const void> owner) {
    self->ended_ = false;
    self->woken_ = false;
    self->response_.reset();
    auto ended = [self, owner = std::move(owner)](std::exception_ptr error, Response response) {
        if (!error) {
            self->response_.emplace(std::move(response));
        }
        self->ended_ = true;
        self->wake_.cancel();
    };
    try {
        asio::co_spawn(self->wake_.get_executor(), handler(std::move(request)),
                       asio::bind_cancellation_slot(self->cancel_.slot(), std::move(ended)));
    } catch (const std::exception&) {
        self->ended_ = true;  // a handler that is no coroutine threw at once
    }
    if (!self->ended_ && !self->woken_) {
        self->wake_.expires_at(asio::steady_timer::time_point::max());
        boost::system::error_code ignored;
        co_await self->wake_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
}

void HandlerRun::wake() {
    woken_ = true;
    wake_.cancel();
}

void HandlerRun::giveUp() {
    cancel_.emit(asio::cancellation_type::terminal);
}

}  // namespace verdesk::http
