// The API (widget.identomat.com/external-api/, and without that segment): begin/, result/ and delete/.
#include "crypto/digest.h"
#include "sandbox/identomat/call.h"
#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/identomat/result.h"
#include "sandbox/identomat/steps.h"
#include "sandbox/mishap.h"

namespace verdesk::sandbox::identomat {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

constexpr std::size_t rememberedRefusals = 100;

constexpr auto nonsense =
    R"({"session_token":{"a":[1]},"result":{"approved":true},"similarity":"high","live":"yes","person":[1],)"
    R"("reject_reason":7,"generalDocuments":{"a":1},"questionnaires":"many"})";

Response plainProblem(int status, std::string_view why) {
    return reply(status, why);
}

// Unsuccessful replies carry no signature, whatever their status.
bool isError(const Response& response) {
    return response.status < 200 || response.status > 299 ||
           (response.body.size() > 1 && response.body[0] == '"' && response.body[1] >= 'A' && response.body[1] <= 'Z');
}

bool isSame(std::string_view a, std::string_view b) {
    return crypto::equalInConstantTime(crypto::viewOf(a), crypto::viewOf(b));
}

// A member that is null is as good as left out.
std::optional<Json> memberOf(const Json& parameters, const char* name) {
    const auto found = parameters.find(name);
    return found == parameters.end() || found->is_null() ? std::nullopt : std::optional{*found};
}

}  // namespace

Response Identomat::refuse(int status, std::string_view code, const std::string& why) {
    refusals_.push_back({{"code", code}, {"why", why}, {"at", timeText(clock_.now())}});
    if (refusals_.size() > rememberedRefusals) {
        refusals_.pop_front();
    }
    return reply(status, code);
}

Response Identomat::signedReply(Response response) const {
    if (!company_.hmac || faults_.flag("noSignature") || isError(response)) {
        return response;
    }
    const auto key = secrets_.text("identomat_secret_key");
    response.headers.emplace_back("Authorization",
                                  signatureOf(response.body, faults_.flag("badSignature") ? key + "?" : key));
    return response;
}

Response Identomat::guarded(const Request& request, const Answer& answer) {
    const auto parameters = parametersOf(request);
    if (!parameters) {
        return refuse(400, "BODY_INVALID", "the body is not what its type says");
    }
    const bool known = secrets_.is("identomat_company_key", textIn(*parameters, "company_key"));
    if (!known || faults_.flag("companyKeyInvalid")) {
        return refuse(company_.keyErrorStatus, "COMPANY_KEY_INVALID", "company_key");
    }
    const auto presented = request.header("Authorization").value_or("");
    if (company_.hmac && !isSame(presented, signatureOf(request, secrets_.text("identomat_secret_key")))) {
        return refuse(401, "SIGNATURE_INVALID", presented.empty() ? "there is no signature" : "another signature");
    }
    return answer(request, *parameters);
}

void Identomat::addCall(http::Router& router, const std::string& path, const std::string& route, const Answer& answer) {
    const auto inner = [this, answer](Request request) -> asio::awaitable<Response> {
        auto response = guarded(request, answer);
        if (request.method == "GET") {
            keep_();
        }
        co_return response;
    };
    const auto spoilt = withFaults(faults_, route, {plainProblem, nonsense}, inner);
    const auto whole = [this, spoilt](Request request) -> asio::awaitable<Response> {
        co_return signedReply(co_await spoilt(std::move(request)));
    };
    for (const std::string base : {"/external-api/", "/"}) {
        for (const auto* method : {"POST", "GET"}) {
            router.add(method, base + path, whole);
        }
    }
}

Session* Identomat::sessionFor(const Json& parameters, Response& refusal) {
    auto* session = sessions_.find(textIn(parameters, "session_token"));
    if (session == nullptr || session->status == Status::deleted) {
        refusal = refuse(404, "SESSION_TOKEN_INVALID", session == nullptr ? "there is no such session" : "deleted");
        return nullptr;
    }
    return session;
}

Response Identomat::begin(const Request&, const Json& parameters) {
    const auto flags = memberOf(parameters, "flags").value_or(Json::object());
    auto steps = memberOf(parameters, "steps");
    if (const auto mistake = mistakeIn(flags, generalFlags())) {
        return refuse(400, "FLAGS_INVALID", *mistake);
    }
    if (const auto mistake = steps ? mistakeInSteps(*steps) : std::nullopt) {
        return refuse(400, "STEPS_INVALID", *mistake);
    }
    Session session;
    session.flags = flags;
    session.configId = textIn(parameters, "config_id");
    if (memberOf(parameters, "config_id")) {
        const auto found = configurations_.find(session.configId);
        if (found == configurations_.end()) {
            return refuse(400, "CONFIG_ID_INVALID", "there is no such configuration");
        }
        steps = overridden(found->second.steps, steps.value_or(Json::array()));
        if (!steps) {
            return refuse(400, "STEPS_INVALID", "a step re-defines none of the configuration");
        }
        session.flags = found->second.flags;
        session.flags.update(flags);
    }
    if (memberOf(parameters, "parent_session_id")) {
        session.parent = textIn(parameters, "parent_session_id");
        const auto* parent = sessions_.find(session.parent);
        if (parent == nullptr || parent->status == Status::deleted || !parent->parent.empty() ||
            !isOn(parent->flags, "multiple_participants")) {
            return refuse(400, "PARENT_SESSION_INVALID", "there is no such session that takes participants");
        }
    }
    session.steps = sessionSteps(session.flags, steps);
    session.expires = clock_.now() + company_.sessionLife;
    const auto& token = sessions_.add(std::move(session)).token;
    if (faults_.flag("bareToken")) {
        return {200, token, "text/plain"};
    }
    return reply(200, faults_.flag("tokenAsObject") ? Json{{"session_token", token}} : Json(token));
}

void Identomat::addApiRoutes(http::Router& router) {
    addCall(router, "begin/", "begin",
            [this](const Request& request, const Json& parameters) { return begin(request, parameters); });
    addCall(router, "result/", "result", [this](const Request&, const Json& parameters) {
        Response refusal;
        const auto* session = sessionFor(parameters, refusal);
        return session == nullptr ? refusal : reply(200, resultOf(*session, clock_.now()));
    });
    // What it answers is not documented.
    addCall(router, "delete/", "delete", [this](const Request&, const Json& parameters) {
        Response refusal;
        auto* session = sessionFor(parameters, refusal);
        if (session == nullptr) {
            return refusal;
        }
        erase(*session);
        return reply(200, Json::object());
    });
}

}  // namespace verdesk::sandbox::identomat
