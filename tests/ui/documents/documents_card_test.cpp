#include "ui/documents/documents_card.h"

#include "desk/evidence_box.h"
#include "tests/support/registry.h"
#include "ui/documents/document_picture.h"
#include "ui/documents/document_tile.h"
#include "ui/documents/document_viewer.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace verdesk;
using namespace verdesk::ui;

namespace {

QByteArray picture(QSize size, const char* format = "PNG") {
    QImage image{size, QImage::Format_RGB32};
    image.fill(Qt::blue);
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

}  // namespace

class DocumentsCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        asked_.clear();
        answers_.clear();
        box_ = std::make_unique<desk::EvidenceBox>(
            [this](const std::string& id, QObject*, std::function<void(desk::Answer<QByteArray>)> then) {
                asked_.push_back(id);
                answers_[id] = std::move(then);
            });
        window_ = std::make_unique<QWidget>();
        window_->resize(900, 500);
        auto* column = new QVBoxLayout{window_.get()};
        card_ = new DocumentsCard{window_.get()};
        column->addWidget(card_);
        column->addStretch(1);
        card_->setSource(box_.get());
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        card_->setDocuments({{QStringLiteral("Front"), "e1", "image/png", DocumentEntry::State::kept},
                             {QStringLiteral("Back"), "e2", "image/jpeg", DocumentEntry::State::kept},
                             {QStringLiteral("Statement"), "e3", "application/pdf", DocumentEntry::State::kept},
                             {QStringLiteral("Other"), "", "", DocumentEntry::State::missing, "withdrawn"}});
    }
    void cleanup() {
        window_.reset();
        box_.reset();
        theme_.reset();
    }

    void shown_fetchesPicturesAlone_once() {
        QCOMPARE(asked_, (std::vector<std::string>{"e1", "e2"}));
        answers_["e1"](picture({400, 250}));
        QVERIFY(tile(1)->hasPicture());
        QVERIFY(!tile(2)->hasPicture());
        QVERIFY(tile(3)->accessibleName().contains(QStringLiteral("PDF")));
        QVERIFY(tile(4)->accessibleName().contains(QStringLiteral("withdrawn")));
        QCOMPARE(asked_.size(), size_t{2});
    }

    void noneGivenOut_isSaidToBeAMatterOfPermission() {
        const auto* missing = card_->findChild<QLabel*>(QStringLiteral("documentsMissing"));
        QVERIFY(!missing->text().contains(QStringLiteral("permission")));
        QVERIFY(missing->text().contains(QStringLiteral("Films and files")));  // there is a PDF
        const auto gone = [](const char* label) {
            return DocumentEntry{QLatin1String{label}, "", "", DocumentEntry::State::missing, "withdrawn"};
        };
        card_->setDocuments({gone("Front"), gone("Back")});
        QVERIFY(missing->text().contains(QStringLiteral("permission")));
        QVERIFY(!missing->text().contains(QStringLiteral("Films and files")));
    }

    void covered_forgetsPictureAndBytes_andFetchesAnewWhenUncovered() {
        answers_["e1"](picture({400, 250}));
        card_->setCovered(true);
        QVERIFY(!tile(1)->hasPicture());
        QVERIFY(box_->find("e1").bytes.isEmpty());
        answers_["e2"](picture({400, 250}, "JPEG"));  // came too late
        QVERIFY(box_->find("e2").bytes.isEmpty());
        QVERIFY(!tile(2)->hasPicture());
        card_->setCovered(false);
        QCOMPARE(asked_.size(), size_t{4});
        answers_["e2"](picture({400, 250}, "JPEG"));
        QVERIFY(tile(2)->hasPicture());
    }

    void left_forgetsEverything() {
        answers_["e1"](picture({400, 250}));
        window_->hide();
        QVERIFY(!tile(1)->hasPicture());
        QVERIFY(box_->find("e1").bytes.isEmpty());
    }

    void refused_saysWhy() {
        answers_["e1"](tl::unexpected{desk::CallError{}});
        QVERIFY(tile(1)->accessibleName().contains(QStringLiteral("does not answer")));
    }

    void noPicture_whateverItsTypeSays_isNotShown() {
        answers_["e1"](QByteArray{"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"});
        QVERIFY(!tile(1)->hasPicture());
        answers_["e2"](picture({20, 20}, "PNG"));  // not the decoder that its type names
        QVERIFY(!tile(2)->hasPicture());
        QVERIFY(pictureOf(picture({20, 20}), "image/gif").isNull());
        QVERIFY(pictureOf(picture({20, 20}), "image/png").size() == QSize(20, 20));
    }

    void whatWillNotCome_isExplainedBelow_onceForEachReason() {
        using State = DocumentEntry::State;
        auto* missing = card_->findChild<QLabel*>(QStringLiteral("documentsMissing"));
        QVERIFY(missing->isVisible());  // one was withdrawn
        card_->setDocuments({{QStringLiteral("Front"), "", "", State::missing, "refused_type"},
                             {QStringLiteral("Back"), "", "", State::missing, "refused_type"},
                             {QStringLiteral("Statement"), "", "", State::missing, "plain_http"}});
        QVERIFY(tile(1)->accessibleName().contains(QStringLiteral("Not kept")));
        QVERIFY(tile(3)->accessibleName().contains(QStringLiteral("Not fetched")));
        const auto lines = missing->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QStringLiteral("Front, Back: Not kept. What came is no picture")));
        QVERIFY(lines[1].contains(QStringLiteral("ask the customer")));
        QVERIFY(lines[1].contains(QStringLiteral("plain_http")));
        card_->setDocuments({{QStringLiteral("Front"), "", "", State::onItsWay}});
        QVERIFY(!missing->isVisible());
        QVERIFY(tile(1)->accessibleName().contains(QStringLiteral("Not fetched yet")));
    }

    void enlarged_byKeys() {
        answers_["e1"](picture({400, 250}));
        answers_["e2"](picture({400, 250}, "JPEG"));
        tile(1)->setFocus();
        QTest::keyClick(tile(1), Qt::Key_Return);
        auto* viewer = window_->findChild<DocumentViewer*>();
        QVERIFY(viewer != nullptr && viewer->isVisible());
        QCOMPARE(viewer->findChild<QLabel*>(QStringLiteral("viewerTitle"))->text(), QStringLiteral("Front"));
        QTest::keyClick(viewer, Qt::Key_Right);
        QCOMPARE(viewer->findChild<QLabel*>(QStringLiteral("viewerTitle"))->text(), QStringLiteral("Back"));
        QTest::keyClick(viewer, Qt::Key_Right);
        QCOMPARE(viewer->findChild<QLabel*>(QStringLiteral("viewerTitle"))->text(), QStringLiteral("Front"));
        QTest::keyClick(viewer, Qt::Key_Plus);
        QVERIFY(viewer->zoom() > 1);
        QTest::keyClick(viewer, Qt::Key_Escape);
        QTRY_VERIFY(window_->findChild<DocumentViewer*>() == nullptr);
    }

    void enlarged_isClosedWhenCovered() {
        answers_["e1"](picture({400, 250}));
        tile(1)->click();
        QVERIFY(window_->findChild<DocumentViewer*>() != nullptr);
        card_->setCovered(true);
        QVERIFY(window_->findChild<DocumentViewer*>() == nullptr);
    }

private:
    DocumentTile* tile(int number) const {
        return card_->findChild<DocumentTile*>(QStringLiteral("document.%1").arg(number));
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<desk::EvidenceBox> box_;
    std::unique_ptr<QWidget> window_;
    DocumentsCard* card_ = nullptr;
    std::vector<std::string> asked_;
    std::map<std::string, std::function<void(desk::Answer<QByteArray>)>> answers_;
};

VERDESK_TEST(DocumentsCardTest)
#include "documents_card_test.moc"
