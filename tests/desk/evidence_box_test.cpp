#include "desk/evidence_box.h"

#include "desk/backend_client.h"
#include "tests/desk/support/scripted_backend.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk::desk;
using verdesk::test::Reply;

class EvidenceBoxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        backend_ = std::make_unique<verdesk::test::ScriptedBackend>();
        client_ = std::make_unique<BackendClient>();
        QVERIFY(client_->setAddress(backend_->address()));
        client_->setToken("t");
        box_ = std::make_unique<EvidenceBox>(*client_);
    }
    void cleanup() {
        box_.reset();
        client_.reset();
        backend_.reset();
    }

    void wanted_isFetchedOnce_asBytes() {
        const QByteArray bytes{"\xff\xd8\0picture", 10};
        backend_->next("GET", "/evidence/e-1", {.body = bytes, .type = "image/jpeg"});
        box_->want("e-1");
        box_->want("e-1");
        QTRY_VERIFY(box_->find("e-1").state == Evidence::State::here);
        box_->want("e-1");
        QCOMPARE(box_->find("e-1").bytes, bytes);
        QCOMPARE(backend_->seen("GET", "/evidence/e-1").size(), size_t{1});
        QVERIFY(backend_->seen()[0].headers.value("accept").contains("image/"));
    }

    void refused_isSaid_andAskedAgain() {
        backend_->next("GET", "/evidence/e-1", Reply::problem(404, "not-found"));
        box_->want("e-1");
        QTRY_VERIFY(box_->find("e-1").state == Evidence::State::refused);
        QVERIFY(box_->find("e-1").problem.is("not-found"));
        backend_->next("GET", "/evidence/e-1", {.body = "x", .type = "image/png"});
        box_->want("e-1");
        QTRY_VERIFY(box_->find("e-1").state == Evidence::State::here);
    }

    void cleared_whileUnderWay_staysEmpty() {
        backend_->next("GET", "/evidence/e-1", Reply::hang());
        box_->want("e-1");
        QTRY_COMPARE(backend_->hanging("/evidence/e-1"), 1);
        box_->clear();
        QSignalSpy changed{box_.get(), &EvidenceBox::changed};
        QSignalSpy answered{client_.get(), &BackendClient::answered};
        backend_->release("/evidence/e-1", {.body = "x", .type = "image/png"});
        QTRY_COMPARE(answered.count(), 1);
        QCOMPARE(changed.count(), 0);
        QVERIFY(box_->find("e-1").state == Evidence::State::absent);
    }

private:
    std::unique_ptr<verdesk::test::ScriptedBackend> backend_;
    std::unique_ptr<BackendClient> client_;
    std::unique_ptr<EvidenceBox> box_;
};

VERDESK_TEST(EvidenceBoxTest)
#include "evidence_box_test.moc"
