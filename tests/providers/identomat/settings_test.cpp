// Every mistake in an account and in a flow's flags and steps; questionnaires are in questionnaire_test.cpp.

#include "providers/registry.h"
#include "tests/providers/identomat/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::IdentomatFixture;
using Where = ConfigProblem::Where;

namespace {

std::string found(const World& world) {
    std::string keys;
    for (const auto& problem : find("identomat")->check(world.account, &world.flow)) {
        keys += (keys.empty() ? "" : " ") + std::string{problem.where == Where::account ? "account." : "flow."} +
                problem.key;
    }
    return keys;
}

std::string said(const World& world) {
    const auto problems = find("identomat")->check(world.account, &world.flow);
    return problems.size() == 1 ? problems.front().message : std::to_string(problems.size()) + " problems";
}

}  // namespace

class IdentomatSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_hasNoProblems() {
        World world;
        QCOMPARE(found(world), std::string{});
        world.useSignatures();
        world.useQuestions();
        world.account.secrets["callback_api_key"].emplace_back(World::callbackKey);
        world.account.secrets["hook_segment"].emplace_back("00112233445566778899aabbccddeeff");
        world.account.options = {{"api_base_url", "http://identomat.localhost:4001/"},
                                 {"api_path", "/"},
                                 {"page_base_url", "https://widget.identomat.com"},
                                 {"page_path", "/"},
                                 {"extra_origins", {"https://cdn.identomat.com"}},
                                 {"allow", {"camera", "geolocation"}},
                                 {"languages", {"en", "ka"}},
                                 {"disagreed_words", {"disagreed_with_terms", "4"}},
                                 {"matching_statuses", {"FIELDS_MATCH"}},
                                 {"cleared_statuses", {"false_positive"}},
                                 {"email_members", {"recipient"}},
                                 {"email_text_members", {"body"}},
                                 {"token_minutes", 1440}};
        world.flow.options["session_minutes"] = 10080;
        world.flow.keep = {true, true};
        world.flow.asks = find("identomat")->info().claims;
        QCOMPARE(found(world), std::string{});
        QVERIFY(find("identomat")->check(world.account, nullptr).empty());
    }

    void everyFlagAndStep_isKnown() {
        World world;
        world.flow.options = json::parse(R"({
            "flags": {"skip_face": true, "skip_document": true, "language": "ka", "skip_desktop": true,
                      "restrict_url_sharing": true, "optional_continue_on_another_device": true,
                      "multiple_participants": true, "requireHdMedia": true, "skip_agreement": false},
            "steps": [
                {"type": "identity-document", "title": "Your document",
                 "flags": {"disable_document_capture": false, "allow_document_upload": true,
                           "document_types": ["id"], "document_countries": ["DEU", "AUT"]}},
                {"type": "liveness", "title": {"en": "Your face"},
                 "flags": {"liveness": false, "allow_face_upload": true}},
                {"type": "general-document", "flags": {"general_document_types": ["utility_bill"]}},
                {"type": "face-document", "flags": {"allow_face_doc_upload": true, "require_face_document": true}},
                {"type": "video-call", "resetSteps": true, "hideCameraOption": true, "nameRequired": true},
                {"type": "phone-number", "flags": {"require_phone_number_check": true, "require_phone_number": false}},
                {"type": "email", "key": "mail", "flags": {"require_email_check": true, "require_email": false}},
                {"type": "user-questionnaire", "key": "a", "title": "A", "successButtonTitle": {"en": "Send"},
                 "questions": [{"type": "string", "key": "q", "title": "Q"}]},
                {"type": "operator-questionnaire", "key": "b", "title": "B", "description": {"en": "For us"},
                 "questions": [{"type": "string", "key": "q", "title": "Q"}]}]})");
        // moc takes the rest of a raw string's line for a comment behind two slashes.
        world.flow.options["flags"]["switch_device_url"] = "https://bank.example/phone";
        QCOMPARE(found(world), std::string{});
    }

    void everyMistakeOfAnAccount_isFoundAtOnce() {
        World world;
        world.account.options = {{"api_base_url", "http://widget.identomat.com"},
                                 {"page_base_url", 7},
                                 {"api_path", "external-api"},
                                 {"page_path", "/a?b"},
                                 {"extra_origins", {"https://cdn.identomat.com/x"}},
                                 {"allow", {"camera", "usb"}},
                                 {"languages", {"en", "de DE"}},
                                 {"disagreed_words", 4},
                                 {"matching_statuses", "FIELDS_MATCH"},
                                 {"cleared_statuses", {""}},
                                 {"email_members", {"e mail"}},
                                 {"email_text_members", "text"},
                                 {"token_minutes", 0}};
        world.account.secrets.clear();
        world.account.secrets["secret_key"].emplace_back("with a blank");
        world.account.secrets["callback_api_key"].emplace_back("key");
        QCOMPARE(found(world),
                 std::string{"account.company_key account.secret_key account.hook_segment account.api_base_url "
                             "account.page_base_url account.api_path account.page_path account.extra_origins "
                             "account.allow account.languages account.disagreed_words account.matching_statuses "
                             "account.cleared_statuses account.email_members account.email_text_members "
                             "account.token_minutes"});
    }

    void pages_areThePageAndWhatItNeeds() {
        World world;
        world.account.options["extra_origins"] = json::array({"https://cdn.identomat.com"});
        QCOMPARE(find("identomat")->pageOrigins(world.account, world.flow),
                 (std::vector<std::string>{"https://widget.identomat.com", "https://cdn.identomat.com"}));
    }

    void callbacks_needTheirKeyAndTheirAddress() {
        World world;
        world.account.secrets["hook_segment"].emplace_back("00112233445566778899aabbccddeeff");
        QCOMPARE(found(world), std::string{"account.callback_api_key"});
        world.account.secrets["callback_api_key"].emplace_back(World::callbackKey);
        QCOMPARE(found(world), std::string{});
        world.account.secrets.erase("hook_segment");
        QCOMPARE(found(world), std::string{"account.hook_segment"});
    }

    void everyMistakeOfAFlow_isFoundAtOnce() {
        World world;
        world.flow.options = json::parse(R"({
            "config_id": "65f00000000000000000000G",
            "session_minutes": 0,
            "flags": {"skip_face": 1, "language": "en GB", "switch_device_url": "bank", "livenes": true,
                      "liveness": true, "return_url": "bank"},
            "steps": [
                {"type": "identity-document", "resetSteps": true, "allow_document_upload": true,
                 "flags": {"document_countries": ["DE"], "document_types": "id", "liveness": true}},
                {"type": "identity-document", "title": ""},
                {"type": "liveness", "key": "a b", "flags": {"liveness": true, "allow_face_upload": true}},
                {"type": "video-call", "flags": {"resetSteps": true}, "nameRequired": "yes"},
                {"type": "email", "flags": "require_email"},
                {"type": "kyb"},
                {"type": "face"},
                {"key": "nothing"},
                {"type": "user-questionnaire", "title": "T", "questions": []}]})");
        world.flow.asks = {"surname", "tier", "document_front", "face_video"};
        world.flow.launches = {LaunchKind::qr};
        QCOMPARE(
            found(world),
            std::string{
                "flow.config_id flow.flags.return_url flow.flags.livenes flow.flags.liveness flow.flags.skip_face "
                "flow.flags.switch_device_url flow.flags.language "
                "flow.steps[0].flags.document_types flow.steps[0].flags.liveness "
                "flow.steps[0].flags.document_countries flow.steps[0].allow_document_upload flow.steps[0].resetSteps "
                "flow.steps[1].key flow.steps[1].title flow.steps[2].key flow.steps[2].flags.allow_face_upload "
                "flow.steps[3].flags flow.steps[3].nameRequired flow.steps[4].flags flow.steps[5].type "
                "flow.steps[6].type flow.steps[7].type flow.steps[8].key flow.steps[8].questions "
                "flow.session_minutes flow.asks flow.asks flow.asks flow.launches"});
    }

    void olderFlags_areMissed_whereTheStepsHaveTheSame() {
        World world;
        world.flow.options["flags"] = {{"skip_face", true}};
        QCOMPARE(found(world), std::string{"flow.flags.skip_document"});
        world.flow.options["flags"]["skip_document"] = false;
        QCOMPARE(found(world), std::string{"flow.flags.skip_document"});
        world.flow.options.erase("flags");
        QCOMPARE(found(world), std::string{"flow.flags.skip_face flow.flags.skip_document"});
        world.flow.options["steps"].erase(0);
        world.flow.options["flags"] = {{"skip_document", false}};
        QCOMPARE(found(world), std::string{"flow.flags.skip_face"});
        world.flow.options["flags"] = {{"skip_face", true}};
        QCOMPARE(found(world), std::string{"flow.flags.skip_document"});
        world.flow.options.erase("flags");
        world.flow.options["config_id"] = "65f000000000000000000001";  // brings its own flags
        QCOMPARE(found(world), std::string{});
    }

    void flow_needsStepsOrASavedConfiguration() {
        World world;
        world.flow.options = json::object();
        QCOMPARE(found(world), std::string{"flow.steps"});
        world.flow.options["steps"] = json::array();
        QCOMPARE(found(world), std::string{"flow.steps"});
        world.flow.options = {{"config_id", "65f000000000000000000001"}};
        QCOMPARE(found(world), std::string{});
        world.flow.options["steps"] = 7;
        QCOMPARE(found(world), std::string{"flow.steps"});
    }

    void participants_needACall() {
        World world;
        world.flow.options["flags"]["multiple_participants"] = true;
        QCOMPARE(found(world), std::string{"flow.flags.multiple_participants"});
        QVERIFY(find("identomat")->takesParticipants(world.flow));
        world.flow.options["steps"].push_back({{"type", "video-call"}});
        QCOMPARE(found(world), std::string{});
        world.flow.options["flags"]["multiple_participants"] = false;
        QVERIFY(!find("identomat")->takesParticipants(world.flow));
        world.flow.options = nullptr;
        QVERIFY(!find("identomat")->takesParticipants(world.flow));
    }

    void sharing_isNotForbiddenAndDemanded() {
        for (const auto* flag : {"skip_desktop", "optional_continue_on_another_device"}) {
            World world;
            auto& flags = world.flow.options["flags"];
            flags.update({{"restrict_url_sharing", true}, {flag, true}});
            QCOMPARE(found(world), std::string{"flow.flags."} + flag);
            flags["switch_device_url"] = "https://bank.example/phone";
            QCOMPARE(found(world), std::string{});
        }
    }

    void words_sayWhereItBelongs() {
        World world;
        world.flow.options["flags"]["allow_face_upload"] = true;
        QVERIFY(said(world).find("to the flags of a step") != std::string::npos);
        World step;
        step.step(1)["liveness"] = true;
        QVERIFY(said(step).find("to the step's flags") != std::string::npos);
        World kyb;
        kyb.flow.options["steps"].push_back({{"type", "geolocation"}});
        QVERIFY(said(kyb).find("config_id") != std::string::npos);
        World twice;
        twice.flow.options["steps"].push_back({{"type", "email"}, {"key", "liveness"}});
        QCOMPARE(said(twice), std::string{"\"liveness\" is another step's: each needs its own"});
    }
};

VERDESK_TEST(IdentomatSettingsTest)
#include "settings_test.moc"
