#include "sandbox/identomat/configurations.h"

#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/steps.h"

#include <algorithm>

namespace verdesk::sandbox::identomat {

namespace {

Json title(const char* english, const char* german) {
    return {{"en", english}, {"de", german}};
}

Json step(const char* type, const char* key) {
    return {{"type", type}, {"key", key}, {"flags", Json::object()}};
}

Json question(const char* key, Json itsTitle, bool mandatory) {
    return {{"type", "string"}, {"key", key}, {"title", std::move(itsTitle)}, {"mandatory", mandatory}};
}

Json questionnaire(const char* key, Json itsTitle, Json questions) {
    auto made = step("user-questionnaire", key);
    made["title"] = std::move(itsTitle);
    made["questions"] = std::move(questions);
    return made;
}

// What the builder's KYB flow is made of; the two blocks of data are questionnaires here.
Json businessSteps() {
    auto purpose = question("purpose", title("What is the account for?", "Wofür ist das Konto?"), true);
    purpose["type"] = "options";
    purpose["options"] = Json::array({{{"key", "trade"}, {"title", title("Trade", "Handel")}},
                                      {{"key", "services"}, {"title", title("Services", "Dienstleistungen")}},
                                      {{"key", "other"}, {"title", title("Something else", "Etwas anderes")}}});
    auto explain = question("explain", title("What for?", "Wofür genau?"), true);
    explain["showConditions"] = {{"questionKey", "purpose"}, {"answer", "other"}};
    return Json::array(
        {questionnaire("business", title("Your business", "Ihr Geschäft"), Json::array({purpose, explain})),
         questionnaire(
             "company_data", title("Company data", "Angaben zum Unternehmen"),
             Json::array({question("company_name", title("Registered name", "Eingetragener Name"), true),
                          question("registration_number", title("Registration number", "Registernummer"), true),
                          question("registered_address", title("Registered address", "Sitz"), false)})),
         questionnaire("beneficiaries", title("Beneficiaries", "Wirtschaftlich Berechtigte"),
                       Json::array({question(
                           "beneficiary_names",
                           title("Names of all who own 25% or more", "Namen aller mit einem Anteil von 25 % oder mehr"),
                           true)}))});
}

}  // namespace

Configuration Configuration::from(Body& body) {
    Configuration made{body.text("name", 100).value_or(""), body.object("flags").value_or(Json::object()),
                       body.list("steps").value_or(Json::array())};
    if (const auto mistake = mistakeIn(made.flags, generalFlags())) {
        throw BadBody{*mistake};
    }
    if (const auto mistake = mistakeInSteps(made.steps)) {
        throw BadBody{*mistake};
    }
    return made;
}

bool isConfigId(const std::string& id) {
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return id.size() == 24 && std::all_of(id.begin(), id.end(), isDigit);
}

std::map<std::string, Configuration> usualConfigurations() {
    const Json alone{{"skip_document", true}, {"skip_face", true}};
    const auto document = step("identity-document", "identity-document");
    const auto face = step("liveness", "liveness");
    return {{configured::person, {"Person", alone, Json::array({document, face})}},
            {configured::business, {"Business", alone, businessSteps()}},
            {configured::place, {"Place", alone, Json::array({step("geolocation", "geolocation"), document, face})}}};
}

}  // namespace verdesk::sandbox::identomat
