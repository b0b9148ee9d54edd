#include "sandbox/identomat/progress.h"

#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/people.h"
#include "sandbox/identomat/questionnaire.h"

namespace verdesk::sandbox::identomat {

namespace {

using Refused = std::optional<NotTaken>;

// "capture" or "upload", as the step's flags have it.
Refused checkHow(const std::string& how, bool mayCapture, bool mayUpload) {
    if (how == "upload") {
        return mayUpload ? Refused{} : NotTaken{"onlyCapture"};
    }
    return mayCapture ? Refused{} : NotTaken{"onlyUpload"};
}

Refused checkDocument(const Session& session, const Json& flags, const std::string& how) {
    const auto& person = personOrFirst(session.person);
    if (!allows(flags, "document_types", person.documentType)) {
        return NotTaken{"typeNotAccepted"};
    }
    if (!allows(flags, "document_countries", person.country)) {
        return NotTaken{"countryNotAccepted"};
    }
    const bool uploadOnly = isOn(flags, "disable_document_capture");
    return checkHow(how, !uploadOnly, uploadOnly || isOn(flags, "allow_document_upload"));
}

// Of a telephone number and an e-mail address: with a code that was sent there, or as it was typed in.
Refused checkReach(const Session& session, const Json& step, const std::string& to, const std::string& code) {
    const bool phone = textIn(step, "type") == "phone-number";
    const auto& flags = step.at("flags");
    if (isOn(flags, phone ? "require_phone_number_check" : "require_email_check")) {
        const auto sent = session.codes.value(textIn(step, "key"), Json::object());
        return !to.empty() && sent == Json{{"to", to}, {"code", code}} ? Refused{} : NotTaken{"wrongCode"};
    }
    const bool required = isOn(flags, phone ? "require_phone_number" : "require_email");
    return required && to.empty() ? NotTaken{phone ? "phoneMissing" : "emailMissing"} : Refused{};
}

Refused check(const Session& session, const Json& step, const Json& given) {
    const auto type = textIn(step, "type");
    const auto& flags = step.at("flags");
    const auto how = textIn(given, "how");
    if (type == "identity-document") {
        return checkDocument(session, flags, how);
    }
    if (type == "liveness") {
        return checkHow(how, true, isOn(flags, "allow_face_upload") && !isOn(flags, "liveness"));
    }
    if (type == "face-document") {
        return checkHow(how, true, isOn(flags, "allow_face_doc_upload"));
    }
    if (type == "general-document") {
        const auto document = textIn(given, "documentType");
        return !document.empty() && allows(flags, "general_document_types", document) ? Refused{}
                                                                                      : NotTaken{"typeNotAccepted"};
    }
    if (type == "phone-number" || type == "email") {
        return checkReach(session, step, textIn(given, "to"), textIn(given, "code"));
    }
    if (type == "video-call") {
        return session.call.ended ? Refused{} : NotTaken{"callGoesOn"};
    }
    return {};
}

Json givenIn(Body& body) {
    Json given = Json::object();
    for (const auto* name : {"how", "documentType", "to", "code"}) {
        if (const auto text = body.text(name, 200)) {
            given[name] = *text;
        }
    }
    for (const auto* name : {"latitude", "longitude"}) {
        if (const auto number = body.number(name, -180, 180)) {
            given[name] = *number;
        }
    }
    return given;
}

Json somethingFor(const Json& step) {
    auto answers = presetsOf(step);
    for (const auto& question : step.at("questions")) {
        const auto key = textIn(question, "key");
        if (answers.contains(key) || !isOn(question, "mandatory")) {
            continue;
        }
        const auto first = question.value("options", Json::array({{{"key", "noted"}}})).front().at("key");
        answers[key] = textIn(question, "type") == "multiple-choice" ? Json::array({first}) : first;
    }
    return answers;
}

}  // namespace

const Json* nextStep(const Session& session) {
    for (const auto& step : session.steps) {
        if (textIn(step, "type") != "operator-questionnaire" && !session.done.contains(textIn(step, "key"))) {
            return &step;
        }
    }
    return nullptr;
}

std::optional<NotTaken> take(Session& session, const Json& step, Body& body) {
    const auto key = textIn(step, "key");
    if (textIn(step, "type") == "user-questionnaire") {
        const auto answers = answersOf(step, body.object("answers").value_or(Json::object()));
        if (!answers) {
            return NotTaken{"answerMissing", answers.error()};
        }
        session.answers[key] = *answers;
        session.done.insert(key);
        return {};
    }
    auto given = givenIn(body);
    if (auto refused = check(session, step, given)) {
        return refused;
    }
    given.erase("code");
    session.given[key] = std::move(given);
    session.done.insert(key);
    return {};
}

void join(Session& session, const std::string& name, Time now) {
    const auto* step = stepOfType(session, "video-call");
    if (session.call.left && step != nullptr && isOn(step->at("flags"), "resetSteps")) {
        session.done.clear();
        session.given = Json::object();
        session.answers = Json::object();
        session.codes = Json::object();
    }
    session.call = {};
    session.call.name = name;
    session.call.joined = now;
}

std::optional<std::string> answer(Session& session, const Json& step, const Json& answers) {
    const auto taken = answersOf(step, answers);
    if (!taken) {
        return taken.error();
    }
    session.answers[textIn(step, "key")] = *taken;
    session.done.insert(textIn(step, "key"));
    return {};
}

void answerForOperator(Session& session) {
    for (const auto& step : session.steps) {
        if (textIn(step, "type") == "operator-questionnaire" && !session.done.contains(textIn(step, "key"))) {
            answer(session, step, somethingFor(step));
        }
    }
}

void goThrough(Session& session) {
    const auto& person = personOrFirst(session.person);
    while (const auto* step = nextStep(session)) {
        const auto key = textIn(*step, "key");
        const auto type = textIn(*step, "type");
        if (type == "user-questionnaire") {
            answer(session, *step, somethingFor(*step));
        } else if (type == "general-document") {
            const auto types = step->at("flags").value("general_document_types", Json::array());
            session.given[key] = {{"documentType", types.empty() ? Json("utility_bill") : types.front()}};
        } else if (type == "phone-number" || type == "email") {
            session.given[key] = {{"to", type == "email" ? person.id + "@home.example" : "+995555010203"}};
        }
        session.call.ended = session.call.ended || type == "video-call";
        session.done.insert(key);
    }
    answerForOperator(session);
}

}  // namespace verdesk::sandbox::identomat
