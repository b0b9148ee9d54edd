#include "sandbox/passport_io/pingback.h"

#include <array>
#include <utility>

namespace verdesk::sandbox::passport_io {

namespace {

constexpr std::array<std::pair<const char*, Naming>, 5> namings{
    {{"none", Naming::none},
     {"data.referenceId", Naming::dataReferenceId},
     {"data.reference_id", Naming::dataReference_id},
     {"referenceId", Naming::referenceId},
     {"properties.referenceId", Naming::propertiesReferenceId}}};

Json nameResource(const char* name, const std::string& value, const Person& person) {
    return {
        {"resource", name}, {"value", value}, {"status", "approved"}, {"properties", {{"user_uuid", person.userUuid}}}};
}

Json documentResource(const Person& person, const Completion& completion, const std::string& url, int which) {
    const bool withdrawn = completion.withdrawn.value_or(person.withdrawn);
    return {{"resource", "profile#document"},
            {"value",
             {{"id", 9000 + which},
              {"url", url},
              {"name", which == 1 ? "front.jpg" : "back.jpg"},
              {"type", "user_identity_verification"},
              {"deletedAt", withdrawn ? Json("2026-01-15 10:00:00") : Json()}}},
            {"status", person.documentStatus},
            {"properties",
             {{"is_deleted", withdrawn ? 1 : 0},
              {"profile_document_id", person.userUuid * 10 + which},
              {"profile_uuid", person.userUuid}}}};
}

}  // namespace

Completion Completion::from(Body& body, const Completion& usual) {
    auto wanted = usual;
    wanted.person = body.text("person").value_or(wanted.person);
    if (!wanted.person.empty() && findPerson(wanted.person) == nullptr) {
        throw BadBody{"person: unknown"};
    }
    if (auto status = body.text("status")) {
        wanted.status = std::move(status);
    }
    const auto statuses = body.object("statuses").value_or(Json::object());
    for (const auto& [name, status] : statuses.items()) {
        if (!status.is_string()) {
            throw BadBody{"statuses must hold texts"};
        }
        wanted.statuses[name] = status;
    }
    if (const auto resources = body.list("resources")) {
        wanted.resources = *resources;
    }
    if (auto url = body.text("documentUrl", 4'000)) {
        wanted.documentUrl = std::move(url);
    }
    if (const auto withdrawn = body.flag("withdrawn")) {
        wanted.withdrawn = withdrawn;
    }
    std::vector<std::string> words;
    words.reserve(std::size(namings));
    for (const auto& [word, naming] : namings) {
        words.emplace_back(word);
    }
    const auto given = body.choice("reference", words);
    for (const auto& [word, naming] : namings) {
        if (given == word) {
            wanted.naming = naming;
        }
    }
    if (const auto after = body.integer("afterMs", 0, 30LL * 86'400 * 1000)) {
        wanted.after = std::chrono::milliseconds{*after};
    }
    return wanted;
}

Json Completion::toJson() const {
    Json value{{"person", person}, {"statuses", statuses}, {"afterMs", after.count()}};
    if (status) {
        value["status"] = *status;
    }
    if (resources) {
        value["resources"] = *resources;
    }
    if (documentUrl) {
        value["documentUrl"] = *documentUrl;
    }
    if (withdrawn) {
        value["withdrawn"] = *withdrawn;
    }
    for (const auto& [word, each] : namings) {
        if (each == naming) {
            value["reference"] = word;
        }
    }
    return value;
}

Json pingbackBody(const Person& person, const Completion& completion, const std::optional<std::string>& reference,
                  const std::string& files) {
    Json resources = Json::array();
    resources.push_back(nameResource("profile#firstname", person.firstName, person));
    resources.push_back(nameResource("profile#lastname", person.lastName, person));
    const auto front = completion.documentUrl.value_or(files + "/front.jpg");
    resources.push_back(documentResource(person, completion, front, 1));
    resources.push_back(documentResource(person, completion, files + "/back.jpg", 2));
    if (completion.resources) {
        resources = *completion.resources;
    }
    for (auto& resource : resources) {
        if (!resource.is_object() || !resource.value("resource", Json()).is_string()) {
            continue;  // a test's own
        }
        const auto changed = completion.statuses.find(resource.at("resource").get<std::string>());
        if (changed != completion.statuses.end()) {
            resource["status"] = changed->second;
        }
        if (completion.naming == Naming::propertiesReferenceId && reference) {
            resource["properties"]["referenceId"] = *reference;
        }
    }
    Json data{{"status", completion.status.value_or(person.status)}, {"resources", std::move(resources)}};
    if (completion.naming == Naming::dataReferenceId && reference) {
        data["referenceId"] = *reference;
    }
    if (completion.naming == Naming::dataReference_id && reference) {
        data["reference_id"] = *reference;
    }
    Json body{{"data", std::move(data)}};
    if (completion.naming == Naming::referenceId && reference) {
        body["referenceId"] = *reference;
    }
    return body;
}

}  // namespace verdesk::sandbox::passport_io
