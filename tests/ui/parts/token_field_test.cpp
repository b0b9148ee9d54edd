#include "ui/parts/token_field.h"

#include "tests/support/registry.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk::ui;

class TokenFieldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        field_ = std::make_unique<TokenField>();
        field_->setShapes({"PASSID-XXXX-XXXX-XXXX-XXXX", "XXXX-XXXX-XXXX"}, "PASSID-AB3X-7YQM-K9PQ-3MNX");
        field_->show();
        QVERIFY(QTest::qWaitForWindowExposed(field_.get()));
        field_->line()->setFocus();
        submitted_ = std::make_unique<QSignalSpy>(field_.get(), &TokenField::submitted);
    }
    void cleanup() {
        submitted_.reset();
        field_.reset();
        theme_.reset();
    }

    void typing_lowerCase_isGroupedAndUpperCased() {
        QTest::keyClicks(field_->line(), QStringLiteral("passidab3x7"));
        QCOMPARE(tokenOf(field_->line()->text()), QStringLiteral("PASSID-AB3X-7"));
        QCOMPARE(field_->line()->cursorPosition(), 13);
        QTest::keyClick(field_->line(), Qt::Key_Backspace);
        QTest::keyClick(field_->line(), Qt::Key_Backspace);
        QCOMPARE(tokenOf(field_->line()->text()), QStringLiteral("PASSID-AB3"));
    }

    void scannerBurst_endingInReturn_submitsOnce() {
        QTest::keyClicks(field_->line(), QStringLiteral("passid-ab3x-7yqm-k9pq-3mnx\r"));
        QCOMPARE(submitted_->count(), 1);
        QCOMPARE(submitted_->first().first().toString(), QStringLiteral("PASSID-AB3X-7YQM-K9PQ-3MNX"));
    }

    void paste_withBlanksAndLineBreaks_isUnderstood() {
        QApplication::clipboard()->setText(QStringLiteral("  ke8v 3txy\r\nz72l \n"));
        QTest::keySequence(field_->line(), QKeySequence::Paste);
        QCOMPARE(tokenOf(field_->line()->text()), QStringLiteral("KE8V-3TXY-Z72L"));
        QTest::keyClick(field_->line(), Qt::Key_Return);
        QCOMPARE(submitted_->count(), 1);
    }

    void submitted_token_isKeptNowhere() {
        QTest::keyClicks(field_->line(), QStringLiteral("KE8V3TXYZ72L\r"));
        QCOMPARE(submitted_->count(), 1);
        QVERIFY(field_->line()->text().isEmpty());
        QVERIFY(!field_->line()->isUndoAvailable());
        field_->line()->undo();
        QVERIFY(field_->line()->text().isEmpty());
        QVERIFY(!field_->line()->isRedoAvailable());
    }

    void fill_withWhatWasSent_standsThereAsTyped() {
        QTest::keyClicks(field_->line(), QStringLiteral("PASSIDAB3X7YQMK9PQ3MNX"));
        const auto typed = field_->line()->text();
        QTest::keyClick(field_->line(), Qt::Key_Return);
        QCOMPARE(submitted_->count(), 1);
        field_->fill(submitted_->first().first().toString());
        QCOMPARE(field_->line()->text(), typed);
    }

    void fill_withDashesOfNoShape_keepsThem() {
        field_->fill(QStringLiteral("HELLO-WORLD-THERE-1"));
        QCOMPARE(field_->line()->text(), QStringLiteral("HELLO-WORLD-THERE-1"));
    }

    void unknownShape_isSentAtOnce() {
        QTest::keyClicks(field_->line(), QStringLiteral("HELLO-WORLD-THERE-1\r"));
        QCOMPARE(submitted_->count(), 1);
        QCOMPARE(submitted_->first().first().toString(), QStringLiteral("HELLO-WORLD-THERE-1"));
    }

    void tooShort_firstReturnSays_secondSends() {
        QTest::keyClicks(field_->line(), QStringLiteral("PASSID-AB3X\r"));
        QCOMPARE(submitted_->count(), 0);
        QVERIFY(field_->remark().contains(QStringLiteral("12")));  // characters are missing
        QTest::keyClick(field_->line(), Qt::Key_Return);
        QCOMPARE(submitted_->count(), 1);
        QCOMPARE(submitted_->first().first().toString(), QStringLiteral("PASSID-AB3X"));
    }

    void sessionCode_isNamedAsWhatItIs() {
        QTest::keyClicks(field_->line(), QStringLiteral("AB3X7YQM\r"));
        QCOMPARE(submitted_->count(), 0);
        QVERIFY(field_->remark().contains(QStringLiteral("QR session")));
    }

    void strangeCharacter_isSaidWhileTyping() {
        QTest::keyClicks(field_->line(), QStringLiteral("PASSID-AB?"));
        QVERIFY(field_->remark().contains(u'?'));
        QTest::keyClick(field_->line(), Qt::Key_Backspace);
        QVERIFY(field_->remark().isEmpty());
    }

    void empty_return_asksForAToken() {
        QTest::keyClick(field_->line(), Qt::Key_Return);
        QCOMPARE(submitted_->count(), 0);
        QVERIFY(!field_->remark().isEmpty());
    }

private:
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<TokenField> field_;
    std::unique_ptr<QSignalSpy> submitted_;
};

VERDESK_TEST(TokenFieldTest)
#include "token_field_test.moc"
