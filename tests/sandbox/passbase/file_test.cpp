#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passbase/fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassbaseFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassbaseFixture>();
        base_ = "/identity/" + fixture_->processed("joao") + "/resources";
        resources_ = fixture_->api(base_).json()["data"];
    }
    void cleanup() {
        fixture_.reset();
    }

    void files_areTheBytesThemselves() {
        const auto video = fixture_->api(file(0, 0));
        QCOMPARE(video.status, 200);
        QCOMPARE(video.headers.at("content-type"), std::string{"video/mp4"});
        QCOMPARE(video.text.substr(4, 8), std::string{"ftypisom"});
        QVERIFY(video.text.find("moov") != std::string::npos && video.text.find("mdat") != std::string::npos);
        for (const auto page : {0, 1}) {
            const auto image = fixture_->api(file(1, page));
            QCOMPARE(image.headers.at("content-type"), std::string{"image/jpeg"});
            QVERIFY(image.text.starts_with("\xFF\xD8\xFF"));
        }
        QCOMPARE(fixture_->api(base_ + "/" + resources_[1]["id"].get<std::string>() + "/resource_files/none").status,
                 404);
        // A file belongs to one resource.
        QCOMPARE(fixture_
                     ->api(base_ + "/" + resources_[0]["id"].get<std::string>() + "/resource_files/" +
                           resources_[1]["resource_files"][0]["id"].get<std::string>())
                     .status,
                 404);
    }

    void passport_hasNoBack() {
        const auto key = fixture_->processed("maja");
        const auto document = fixture_->api("/identity/" + key + "/resources").json()["data"][1];
        QCOMPARE(document["resource_files"].size(), std::size_t{1});
    }

    void withoutThePermission_nothingIsHandedOut() {
        QCOMPARE(fixture_->project({{"documents", false}}).status, 200);
        QCOMPARE(fixture_->api(file(0, 0)).status, 401);
        QVERIFY(fixture_->api(file(0, 0)).json()["message"].is_string());
        QCOMPARE(fixture_->api(base_).status, 200);
        fixture_->project({{"refusal", 403}});
        QCOMPARE(fixture_->api(file(0, 0)).status, 403);
        fixture_->project({{"documents", true}});
        QCOMPARE(fixture_->api(file(0, 0)).status, 200);
    }

private:
    std::string file(std::size_t resource, std::size_t which) {
        const auto& one = resources_[resource];
        return base_ + "/" + one["id"].get<std::string>() + "/resource_files/" +
               one["resource_files"][which]["id"].get<std::string>();
    }

    std::unique_ptr<PassbaseFixture> fixture_;
    std::string base_;
    Json resources_;
};

VERDESK_TEST(PassbaseFileTest)
#include "passbase/file_test.moc"
