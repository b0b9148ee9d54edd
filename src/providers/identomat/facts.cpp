#include "providers/identomat/facts.h"

#include "providers/answer.h"
#include "providers/identomat/answers.h"
#include "providers/identomat/general_documents.h"
#include "providers/identomat/person.h"
#include "providers/identomat/screening.h"
#include "providers/identomat/steps.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::identomat {
namespace {

using nlohmann::json;
using namespace claims;

constexpr std::array<std::string_view, 13> read{"result",           "similarity", "live",           "document_type",
                                                "generalDocuments", "name",       "reject_reason",  "result_comment",
                                                "face_images",      "person",     "questionnaires", "screeningMatches",
                                                "technicalDetails"};

bool says(const json& value) {
    const bool isBlank = value.is_string() && value.get_ref<const std::string&>().empty();
    return !value.is_null() && !isBlank && !(value.is_structured() && value.empty());
}

Claim claimOf(std::string_view name, Value value, Status status, const JsonReader& object, const char* member) {
    return {std::string{name}, std::move(value), status, object.pathOf(member), object.json().at(member)};
}

void addText(std::vector<Claim>& claims, std::string_view name, Status status, const JsonReader& object,
             const char* member) {
    const auto text = object.text(member);
    if (text && !text->empty()) {
        claims.push_back(claimOf(name, Text{*text}, status, object, member));
    }
}

// What Identomat made of the whole. A person's document that it accepted is an identity, unless its parts differ.
void addOutcome(std::vector<Claim>& claims, const JsonReader& result, const std::string& word, bool differs) {
    const bool yes = word == "approved";
    if (yes || word == "rejected") {
        claims.push_back(
            claimOf(name::providerAccepted, Flag{yes}, yes ? Status::proven : Status::contradicted, result, "result"));
    } else {
        claims.push_back(claimOf(name::providerStatus, Text{word}, Status::unknown, result, "result"));
    }
    if (yes && showsDocument(result)) {
        claims.push_back(
            differs ? claimOf(name::identity, Flag{false}, Status::contradicted, *result.object("person"), "status")
                    : claimOf(name::identity, Flag{true}, Status::proven, result, "result"));
    }
}

// "FIELDS_MISMATCH" is documented by example; which words say that all is well, the account has to tell.
void addPersonStatus(std::vector<Claim>& claims, const JsonReader& person, const AccountSettings& account) {
    const auto status = person.text("status").value_or("");
    const auto& good = account.matchingStatuses;
    const bool isGood = std::find(good.begin(), good.end(), status) != good.end();
    if (!status.empty()) {
        claims.push_back(
            claimOf("person_status", Text{status}, isGood ? Status::stated : Status::unknown, person, "status"));
    }
}

void addFace(std::vector<Claim>& claims, const JsonReader& result, const std::string& word, const std::string& reason,
             const FlowSettings& flow) {
    const auto live = result.flag("live");
    const bool wasSeen = showsFace(result) || hasStep(flow.steps, "liveness");
    if (live && (*live || wasSeen)) {
        claims.push_back(
            claimOf(name::liveness, Flag{*live}, *live ? Status::proven : Status::contradicted, result, "live"));
    }
    const auto similarity = result.number("similarity");
    const bool wasCompared = similarity && (*similarity > 0 || (wasSeen && showsDocument(result)));
    if (wasCompared) {
        const bool fits = *similarity >= 0 && *similarity <= 1;
        Score score{*similarity, {}, {}, {}, {}, {}};
        if (fits) {
            score.scaleLow = 0;
            score.scaleHigh = 1;
        }
        claims.push_back(
            claimOf(name::faceSimilarity, score, fits ? Status::proven : Status::unknown, result, "similarity"));
    }
    if (reason == "face_mismatch") {
        claims.push_back(
            claimOf(name::faceMatch, Flag{false}, Status::contradicted, *result.object("reject_reason"), "value"));
    } else if (wasCompared && *similarity > 0 && word == "approved") {
        claims.push_back(claimOf(name::faceMatch, Flag{true}, Status::proven, result, "similarity"));
    }
}

void addRemarks(std::vector<Claim>& claims, const JsonReader& result) {
    if (const auto reason = result.object("reject_reason")) {
        addText(claims, "reject_reason", Status::stated, *reason, "value");
        addText(claims, "reject_description", Status::stated, *reason, "description");
    }
    addText(claims, "result_comment", Status::stated, result, "result_comment");
    if (const auto details = result.object("technicalDetails")) {
        addText(claims, "ip_address", Status::stated, *details, "remoteAddress");
        addText(claims, "user_agent", Status::stated, *details, "userAgent");
        addText(claims, "country_code", Status::stated, *details, "countryCode");
    }
}

// The raw reading of a document's sides, suggestions, and whatever else there is.
void addRest(std::vector<Claim>& claims, const JsonReader& result) {
    for (const auto& [own, value] : result.json().items()) {
        if (std::find(read.begin(), read.end(), own) == read.end() && says(value)) {
            claims.push_back({own, verbatimValue(value), Status::stated, own, value});
        }
    }
}

}  // namespace

std::vector<Claim> factsIn(const JsonReader& result, const std::string& word, const AccountSettings& account,
                           const FlowSettings& flow) {
    static const json none = json::object();
    const auto reject = result.object("reject_reason");
    const auto reason = reject ? reject->text("value").value_or("") : std::string{};
    const auto person = result.object("person").value_or(JsonReader{none, "person"});
    const bool differs = person.text("status").value_or("") == "FIELDS_MISMATCH";
    const auto accepted = word == "approved" && !differs ? Status::proven : Status::stated;
    const auto checked = [&](const char* step, const char* flag) {
        return word == "approved" && hasStepWith(flow.steps, step, flag) ? Status::proven : Status::stated;
    };
    std::vector<Claim> claims;
    addOutcome(claims, result, word, differs);
    addPersonStatus(claims, person, account);
    addFace(claims, result, word, reason, flow);
    addText(claims, name::documentType, accepted, result, "document_type");
    addText(claims, name::fullName, accepted, result, "name");
    addPerson(
        claims, person,
        {accepted, checked("email", "require_email_check"), checked("phone-number", "require_phone_number_check")});
    addGeneralDocuments(claims, result, accepted);
    addScreening(claims, result, account);
    addAnswers(claims, result, flow);
    addRemarks(claims, result);
    addRest(claims, result);
    return claims;
}

bool showsDocument(const JsonReader& result) {
    const auto person = result.object("person");
    return !result.text("document_type").value_or("").empty() ||
           (person && !person->text("document_number").value_or("").empty());
}

bool showsFace(const JsonReader& result) {
    const auto images = result.integer("face_images").value_or(0);
    return result.flag("live").value_or(false) || result.number("similarity").value_or(0) > 0 || images > 0;
}

}  // namespace verdesk::providers::identomat
