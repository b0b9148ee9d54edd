// The customer's part in a video call.
#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/identomat/page_call.h"

namespace verdesk::sandbox::identomat {

namespace asio = boost::asio;
using http::Request;
using http::Response;

void Identomat::addCallRoutes(http::Router& router) {
    const auto at = [&](const std::string& path, PageAct act) {
        const auto answered = [this, act = std::move(act)](const Request& request,
                                                           Session& session) -> asio::awaitable<Response> {
            if (session.status != Status::started || stepOfType(session, "video-call") == nullptr) {
                co_return pageProblem(409, "notNow");
            }
            auto refusal = co_await act(request, session);
            co_return refusal.status == 200 ? reply(200, view(session, request.header("User-Agent").value_or("")))
                                            : refusal;
        };
        router.add("POST", "/widget/{token}/call/" + path, pageCall(sessions_, clock_, answered));
    };
    at("join", [this](const Request& request, Session& session) -> asio::awaitable<Response> {
        const auto name = Body{request.body}.text("name", 100).value_or("");
        const auto& flags = stepOfType(session, "video-call")->at("flags");
        if (name.empty() && isOn(flags, "nameRequired")) {
            co_return pageProblem(422, "nameMissing");
        }
        join(session, name, clock_.now());
        co_return Response{};
    });
    // Hanging up while the operator is not done with it: the customer may come back.
    at("leave", [](const Request&, Session& session) -> asio::awaitable<Response> {
        session.call = {};
        session.call.left = true;
        co_return Response{};
    });
    at("end", [this](const Request&, Session& session) -> asio::awaitable<Response> {
        if (!company_.automaticOperator || !isOperatorHere(session)) {
            co_return pageProblem(409, "callGoesOn");
        }
        endCall(session);
        co_await finishIfDone(session);
        co_return Response{};
    });
}

}  // namespace verdesk::sandbox::identomat
