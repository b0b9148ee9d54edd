#include "sandbox/identomat/result.h"

#include "sandbox/identomat/document.h"
#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/people.h"
#include "sandbox/identomat/questionnaire.h"

namespace verdesk::sandbox::identomat {

namespace {

bool isDecided(const Session& session, Time now) {
    return session.status == Status::finished && session.decided && *session.decided <= now;
}

Json emptyResult(const Session& session, Time now) {
    return {{"result", resultWord(session, now)},
            {"similarity", 0},
            {"live", false},
            {"document_type", ""},
            {"generalDocuments", Json::array()},
            {"reject_reason", {{"value", ""}, {"description", ""}}},
            {"result_comment", ""},
            {"name", ""},
            {"face_images", 0},
            {"suggested", Json::object()},
            {"person", Json::object()}};
}

void addFace(Json& result, const Session& session, const Person& person) {
    if (!hasDone(session, "liveness")) {
        return;
    }
    const auto& outcome = session.outcome;
    result["live"] = outcome.live.value_or(person.live);
    result["face_images"] = 1;
    if (hasDone(session, "identity-document")) {
        result["similarity"] = outcome.similarity.value_or(person.similarity);
    }
}

void addDocument(Json& result, const Session& session, const Person& person, Time now) {
    if (!hasDone(session, "identity-document")) {
        return;
    }
    result["document_type"] = person.documentType;
    result["name"] = person.firstName + " " + person.lastName;
    if (person.hasPassport()) {
        result["passport"] = rawPassport(person);
    } else {
        result["id_card_front"] = rawFront(person);
        result["id_card_back"] = rawBack(person);
    }
    result["person"] = personData(person, now);
}

void addReason(Json& result, const Session& session, const Person& person) {
    const auto& outcome = session.outcome;
    result["result_comment"] = outcome.comment.value_or("");
    if (result["result"] != "rejected") {
        return;
    }
    const bool own = person.result == "rejected";
    result["reject_reason"] = {{"value", outcome.reason.value_or(own ? person.reason : "face_mismatch")},
                               {"description", outcome.description.value_or(own ? person.description : "")}};
}

void addQuestionnaires(Json& result, const Session& session) {
    Json list = Json::array();
    for (const auto& step : session.steps) {
        if (isQuestionnaire(step) && session.answers.contains(textIn(step, "key"))) {
            list.push_back(questionnaireResult(step, session.answers.at(textIn(step, "key"))));
        }
    }
    if (!list.empty()) {
        result["questionnaires"] = std::move(list);
    }
}

void addReach(Json& result, const Session& session) {
    for (const auto& [type, member] : {std::pair{"phone-number", "phone"}, std::pair{"email", "email"}}) {
        if (const auto to = textIn(givenTo(session, type), "to"); !to.empty()) {
            result["person"][member] = to;
        }
    }
}

}  // namespace

std::string resultWord(const Session& session, Time now) {
    if (session.status == Status::disagreed) {
        return "disagreed_with_terms";
    }
    return isDecided(session, now) ? session.outcome.result.value_or(personOrFirst(session.person).result)
                                   : "in_progress";
}

Json resultOf(const Session& session, Time now) {
    auto result = emptyResult(session, now);
    if (!session.configId.empty()) {
        result["configId"] = session.configId;
    }
    if (!isDecided(session, now)) {
        return result;
    }
    const auto& person = personOrFirst(session.person);
    addDocument(result, session, person, now);
    addFace(result, session, person);
    for (const auto& step : session.steps) {
        if (textIn(step, "type") == "general-document" && session.done.contains(textIn(step, "key"))) {
            const auto given = session.given.value(textIn(step, "key"), Json::object());
            result["generalDocuments"].push_back(generalDocument(person, textIn(given, "documentType")));
        }
    }
    addReach(result, session);
    result["person"].update(session.outcome.data);
    addReason(result, session, person);
    addQuestionnaires(result, session);
    if (const auto matches = session.outcome.screening.value_or(person.screening); !matches.empty()) {
        result["screeningMatches"] = matches;
    }
    if (const auto place = givenTo(session, "geolocation"); place.contains("latitude")) {
        result["geolocation"] = place;  // not documented: where it would stand
    }
    result["technicalDetails"] = {
        {"remoteAddress", session.address}, {"userAgent", session.userAgent}, {"countryCode", person.countryCode}};
    return result;
}

std::string pictureOf(const Session& session, const std::string& name) {
    const bool document = hasDone(session, "identity-document");
    const bool passport = personOrFirst(session.person).hasPassport();
    if ((name == "card-front" && document && !passport) || (name == "passport" && document && passport)) {
        return "pictures/card_front.jpg";
    }
    if (name == "card-back" && document && !passport) {
        return "pictures/card_back.jpg";
    }
    const bool face = hasDone(session, "liveness");
    if (name == "face" && (face || hasDone(session, "face-document"))) {
        return "pictures/face.jpg";
    }
    return name == "face-video" && face ? "pictures/face.mp4" : "";
}

}  // namespace verdesk::sandbox::identomat
