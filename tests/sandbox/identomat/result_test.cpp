// result/, the pictures, and delete/.
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatResultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<IdentomatFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void person_getsTheirResult_data() {
        QTest::addColumn<QByteArray>("person");
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* person, const char* result, const char* reason = "") {
            QTest::newRow(person) << QByteArray{person} << QByteArray{result} << QByteArray{reason};
        };
        row("nino", "approved");
        row("emil", "approved");
        row("sofia", "rejected", "face_mismatch");
        row("pavel", "rejected", "other");
        row("jonas", "manual_check");
        row("irina", "approved");
        row("oleg", "approved");
        row("luka", "approved");
    }
    void person_getsTheirResult() {
        QFETCH(QByteArray, person);
        QFETCH(QByteArray, result);
        QFETCH(QByteArray, reason);
        const auto told = fixture_->result(fixture_->checked(person.toStdString()));
        COMPARE_JSON(told["result"], Json(result.toStdString()));
        COMPARE_JSON(told["reject_reason"]["value"], Json(reason.toStdString()));
        COMPARE_JSON(told["reject_reason"]["description"], Json(person == "pavel" ? "The document is damaged." : ""));
        COMPARE_JSON(told["person"].value("status", ""), Json(person == "irina" ? "FIELDS_MISMATCH" : ""));
        QCOMPARE(told.contains("screeningMatches"), person == "oleg");
        QCOMPARE(told.contains("passport"), person == "emil" || person == "oleg");
        QCOMPARE(told.contains("id_card_front"), person != "emil" && person != "oleg");
    }

    void result_hasTheDocumentedForm() {
        const auto told = fixture_->result(fixture_->checked("nino"));
        COMPARE_JSON(told["similarity"], Json(0.93));
        COMPARE_JSON(told["live"], Json(true));
        COMPARE_JSON(told["document_type"], Json("id"));
        COMPARE_JSON(told["generalDocuments"], Json::array());
        COMPARE_JSON(told["result_comment"], Json(""));
        COMPARE_JSON(told["name"], Json("NINO KAPANADZE"));
        COMPARE_JSON(told["face_images"], Json(1));
        COMPARE_JSON(told["suggested"], Json::object());
        COMPARE_JSON(told["id_card_front"]["Given_Names_ka_GE"], Json("ნინო"));
        COMPARE_JSON(told["id_card_back"]["Date_of_Birth_ISO"], Json("1992-03-08T00:00:00.000Z"));
        const auto& person = told["person"];
        COMPARE_JSON(person["local_last_name"], Json("კაპანაძე"));
        COMPARE_JSON(person["birthday"], Json("3/8/1992"));
        COMPARE_JSON(person["birthday_time"], Json("1992-03-08T00:00:00.000Z"));
        COMPARE_JSON(person["document_expires"], Json("4/11/2033"));
        COMPARE_JSON(person["document_number"], Json("18IR20731"));
        COMPARE_JSON(person["issuing_state"], Json("GEO"));
        QVERIFY(person["age"].get<int>() >= 33);
        QVERIFY(person["mrz"].get<std::string>().find('\n') != std::string::npos);
        COMPARE_JSON(told["technicalDetails"]["remoteAddress"], Json("127.0.0.1"));
        COMPARE_JSON(told["technicalDetails"]["countryCode"], Json("GE"));
        QVERIFY(!told.contains("questionnaires") && !told.contains("configId"));
    }

    void screeningMatch_namesAPersonOfTheList() {
        const auto match = fixture_->result(fixture_->checked("oleg"))["screeningMatches"][0];
        COMPARE_JSON(
            match,
            (Json{{"score", 0.92}, {"name", "Oleh Martyn"}, {"personId", "pep-20447"}, {"reviewStatus", "pending"}}));
    }

    void withoutAFace_similarityIsAWholeZero() {
        const auto token = fixture_->start(Json::array({{{"type", "general-document"}}}));
        fixture_->step(token, "select_general_document", {{"documentType", "bank_statement"}});
        fixture_->harness.advance(std::chrono::seconds{2});
        const auto told = fixture_->result(token);
        QVERIFY(told["similarity"].is_number_integer());
        COMPARE_JSON(told["live"], Json(false));
        const auto& document = told["generalDocuments"][0];
        COMPARE_JSON(document["typeId"], Json("bank_statement"));
        COMPARE_JSON(document["documentType"], Json("BANK_STATEMENT"));
        COMPARE_JSON(document["pages"][0]["typeId"], Json("bank-statement"));
        COMPARE_JSON(document["pages"][0]["final"]["fullName"], Json("NINO KAPANADZE"));
        QVERIFY(document["pages"][0]["final"]["houseNumber"].is_null());
    }

    void phoneEmailAndPlace_areThePersons() {
        std::string place;
        for (const auto& [id, name] : fixture_->ready["configurations"].items()) {
            place = name == "Place" ? id : place;
        }
        const auto located = fixture_->api("begin/", {{"config_id", place}}).json().get<std::string>();
        fixture_->act(located, "start", {{"person", "emil"}});
        fixture_->step(located, "geolocation", {{"latitude", 52.5}, {"longitude", 13.4}});
        fixture_->step(located, "identity-document", {{"how", "capture"}});
        fixture_->step(located, "liveness", {{"how", "capture"}});
        const auto reached = fixture_->start(Json::array({{{"type", "phone-number"}}, {{"type", "email"}}}));
        fixture_->step(reached, "phone_number", {{"to", "+4930123"}});
        fixture_->step(reached, "require_email", {{"to", "a@b.example"}});
        fixture_->harness.advance(std::chrono::seconds{2});
        COMPARE_JSON(fixture_->result(located)["geolocation"], (Json{{"latitude", 52.5}, {"longitude", 13.4}}));
        COMPARE_JSON(fixture_->result(located)["configId"], Json(place));
        COMPARE_JSON(fixture_->result(reached)["person"], (Json{{"phone", "+4930123"}, {"email", "a@b.example"}}));
    }

    void beforeItIsDecided_itIsInProgress_andTellsNothing() {
        fixture_->harness.post("/control/clock", {{"speed", 0}});
        const auto token = fixture_->begin(Json::array({{{"type", "identity-document"}}}));
        const auto open = fixture_->result(token);
        COMPARE_JSON(open["result"], Json("in_progress"));
        fixture_->act(token, "start");
        fixture_->step(token, "identity-document", {{"how", "capture"}});
        COMPARE_JSON(fixture_->result(token), open);
        fixture_->harness.advance(std::chrono::milliseconds{2'000});
        COMPARE_JSON(fixture_->result(token)["result"], Json("approved"));
    }

    void result_staysAfterTheFifteenMinutes() {
        const auto token = fixture_->checked("nino");
        fixture_->harness.advance(std::chrono::hours{24 * 100});
        COMPARE_JSON(fixture_->result(token)["result"], Json("approved"));
    }

    void pictures_areThoseThatTheSessionHas() {
        const auto card = fixture_->checked("nino");
        const auto passport = fixture_->checked("emil");
        const auto ask = [&](const std::string& token, const std::string& name) {
            return fixture_->api("result/" + name + "/", {{"session_token", token}});
        };
        for (const auto* name : {"card-front", "card-back", "face"}) {
            const auto picture = ask(card, name);
            QCOMPARE(picture.status, 200);
            QCOMPARE(picture.headers.at("content-type"), std::string{"image/jpeg"});
            QVERIFY(picture.text.starts_with("\xFF\xD8\xFF") && picture.text.ends_with("\xFF\xD9"));
        }
        const auto film = ask(card, "face-video");
        QCOMPARE(film.headers.at("content-type"), std::string{"video/mp4"});
        QCOMPARE(film.text.substr(4, 8), std::string{"ftypisom"});
        QCOMPARE(ask(passport, "passport").status, 200);
        for (const auto& none : {ask(card, "passport"), ask(passport, "card-front"), ask(passport, "card-back")}) {
            QCOMPARE(none.status, 404);
            COMPARE_JSON(none.json(), Json("NOT_FOUND"));
        }
        const auto bare = fixture_->begin(Json::array({{{"type", "email"}}}));
        QCOMPARE(ask(bare, "face").status, 404);
        QCOMPARE(ask(bare, "face-video").status, 404);
        COMPARE_JSON(ask("none", "face").json(), Json("SESSION_TOKEN_INVALID"));
    }

    void deleted_isGone() {
        const auto token = fixture_->checked("nino");
        const auto told = fixture_->api("delete/", {{"session_token", token}});
        QCOMPARE(told.status, 200);
        QVERIFY(told.json().is_object());
        for (const auto* path : {"result/", "result/face/", "delete/"}) {
            const auto reply = fixture_->api(path, {{"session_token", token}});
            QCOMPARE(reply.status, 404);
            COMPARE_JSON(reply.json(), Json("SESSION_TOKEN_INVALID"));
        }
        QCOMPARE(fixture_->own("GET", "/?session_token=" + token).status, 404);
        const auto kept = fixture_->session(token);
        COMPARE_JSON(kept["status"], Json("deleted"));
        COMPARE_JSON(kept["person"], Json(""));
        COMPARE_JSON(kept["given"], Json::object());
    }

private:
    std::unique_ptr<IdentomatFixture> fixture_;
};

VERDESK_TEST(IdentomatResultTest)
#include "identomat/result_test.moc"
