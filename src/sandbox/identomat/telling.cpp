// How a session ends, and what the institution is told.
#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/identomat/result.h"

#include "crypto/random.h"

namespace verdesk::sandbox::identomat {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::milliseconds atOnce{0};

bool needsOperator(const Session& session) {
    return stepOfType(session, "video-call") != nullptr || stepOfType(session, "operator-questionnaire") != nullptr;
}

}  // namespace

asio::awaitable<void> Identomat::finish(Session& session) {
    session.status = Status::finished;
    if (needsOperator(session) && !company_.automaticOperator && !session.outcome.result) {
        co_return;  // a person has to decide
    }
    if (company_.automaticOperator) {
        answerForOperator(session);
    }
    const bool now = faults_.webhook() == WebhookMode::beforeReply;
    const auto processing = now ? atOnce : session.outcome.processing.value_or(company_.processing);
    session.decided = clock_.now() + processing;
    if (company_.statusCallbacks) {
        co_await tell(statusCallback(session.token, resultWord(session, *session.decided)), processing);
    }
}

asio::awaitable<void> Identomat::finishIfDone(Session& session) {
    if (session.status == Status::started && nextStep(session) == nullptr) {
        session.outcome = usual_;
        co_await finish(session);
    }
}

asio::awaitable<void> Identomat::decide(Session& session, Outcome outcome) {
    session.outcome = std::move(outcome);
    session.decided = clock_.now();
    if (company_.statusCallbacks) {
        co_await tell(statusCallback(session.token, resultWord(session, *session.decided)), atOnce);
    }
}

void Identomat::endCall(Session& session) {
    session.call.ended = true;
    if (const auto* step = stepOfType(session, "video-call")) {
        session.done.insert(textIn(*step, "key"));
    }
    if (company_.automaticOperator) {
        answerForOperator(session);
    }
}

asio::awaitable<void> Identomat::sendCode(Session& session, const Json& step, std::string to) {
    const auto code = crypto::randomText(4, "0123456789");
    session.codes[textIn(step, "key")] = {{"to", to}, {"code", code}};
    const bool sms = textIn(step, "type") == "phone-number";
    // Where Identomat has a provider of its own, that sends it: nobody is told.
    if (sms ? company_.ownSms : company_.ownEmail) {
        co_await tell(codeCallback(sms ? Channel::sms : Channel::email, session.token, to, "Your code is " + code),
                      atOnce);
    }
}

asio::awaitable<void> Identomat::share(const Session& session, Body& body) {
    const auto phoneNumber = body.text("phoneNumber", 50);
    const auto email = body.text("email", 200);
    const auto text = body.text("text").value_or("Hello, please complete your verification using the link below.");
    body.refuseOthers();
    if (phoneNumber.has_value() == email.has_value()) {
        throw BadBody{"either phoneNumber or email"};
    }
    if (phoneNumber ? company_.ownSms : company_.ownEmail) {
        co_await tell(linkCallback(phoneNumber ? Channel::sms : Channel::email, session.token,
                                   phoneNumber.value_or(email.value_or("")), text, linkTo(session)),
                      atOnce);
    }
}

asio::awaitable<void> Identomat::tell(Json callback, std::chrono::milliseconds after) {
    if (company_.callbackUrl.empty()) {
        co_return;
    }
    callback["callbackApiKey"] =
        faults_.flag("wrongCallbackKey") ? std::string{"another key"} : secrets_.text("identomat_callback_key");
    auto outgoing = message(callback.at("type"), textOf(callback));
    outgoing.after = after + company_.callbackDelay;
    const auto mode = faults_.webhook();
    if (mode == WebhookMode::never) {
        sender_->suppress(std::move(outgoing));
        co_return;
    }
    if (mode == WebhookMode::twice) {
        sender_->send(outgoing);
    }
    const auto delivery = sender_->send(std::move(outgoing));
    if (mode == WebhookMode::beforeReply) {
        co_await sender_->firstAttempt(delivery);
    }
}

Outgoing Identomat::message(std::string type, std::string body) const {
    Outgoing outgoing;
    outgoing.eventId = "ic_" + crypto::randomToken(12);
    outgoing.type = std::move(type);
    outgoing.url = company_.callbackUrl;
    outgoing.headers = {{"Content-Type", "application/json"}};
    outgoing.body = std::move(body);
    return outgoing;
}

}  // namespace verdesk::sandbox::identomat
