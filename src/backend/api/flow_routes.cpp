// GET /flows, GET /practice
#include "backend/api/answer.h"
#include "backend/api/routes.h"

#include <boost/asio/awaitable.hpp>

namespace verdesk::backend::api {

namespace asio = boost::asio;

namespace {

Flow viewOf(const FlowConfig& flow, const Parts& parts) {
    Flow view;
    view.id = flow.flow.id;
    view.title = flow.title;
    view.description = flow.description;
    view.account = flow.account;
    if (const auto* account = parts.config.account(flow.account)) {
        view.provider = account->displayName;
        view.environment = account->account.environment;
        if (const auto* provider = parts.config.provider(account->provider)) {
            view.forms = provider->forms(flow.flow);
            view.participants = provider->takesParticipants(flow.flow);
            view.needsKnown = provider->needsKnown(flow.flow);
        }
    }
    view.launches = flow.flow.launches;
    view.asks = flow.flow.asks;
    view.usualSeconds = flow.usualSeconds;
    view.fallback = flow.fallback;
    view.answering = parts.answering(flow.account);
    return view;
}

asio::awaitable<http::Response> flows(const Parts& parts) {
    auto list = nlohmann::json::array();
    for (const auto& flow : parts.config.flows) {
        list.push_back(toJson(viewOf(flow, parts)));
    }
    co_return answer(200, {{"flows", std::move(list)}});
}

asio::awaitable<http::Response> practice(const Parts& parts) {
    if (!parts.config.practice) {
        throw ProblemError{notFound()};
    }
    co_return answer(200, {{"phone", parts.config.phoneUrl}});
}

}  // namespace

void addFlowRoutes(Gate& gate, const Parts& parts) {
    gate.add({"GET", "/flows", Operation::readOwn}, [&parts](Call) { return flows(parts); });
    gate.add({"GET", "/practice", std::nullopt}, [&parts](Call) { return practice(parts); });
}

}  // namespace verdesk::backend::api
