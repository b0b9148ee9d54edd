#include "ui/parts/token_format.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::ui;

namespace {

const TokenShapes both{"PASSID-XXXX-XXXX-XXXX-XXXX", "XXXX-XXXX-XXXX"};
const TokenShapes live{"PASSID-XXXX-XXXX-XXXX-XXXX"};

}  // namespace

class TokenFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void grouped_typedText_isGroupedWithCaret_data() {
        // A bar marks the caret.
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* typed, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
        };
        // "~" in what is expected is a dash of our own.
        row("nothing", "|", "|");
        row("blanks alone", "  \n|", "|");
        row("first letter", "p|", "P|");
        row("the fixed part", "passid|", "PASSID|");
        row("a typed dash stays", "passid-|", "PASSID-|");
        row("next character brings the dash", "passida|", "PASSID~A|");
        row("whole, typed without dashes", "passidab3x7yqmk9pq3mnx|", "PASSID~AB3X~7YQM~K9PQ~3MNX|");
        row("whole, with dashes", "PASSID-AB3X-7YQM-K9PQ-3MNX|", "PASSID-AB3X-7YQM-K9PQ-3MNX|");
        row("pasted with blanks and lines", " passid ab3x\r\n7yqm\tk9pq 3mnx \n|", "PASSID~AB3X~7YQM~K9PQ~3MNX|");
        row("typographic dashes", "PASSID–AB3X—7YQM–K9PQ−3MNX|", "PASSID-AB3X-7YQM-K9PQ-3MNX|");
        row("zero-width blank", "PASSID\u200BAB3X|", "PASSID~AB3X|");
        row("sandbox token", "ke8v3txyz72l|", "KE8V~3TXY~Z72L|");
        row("four, then one more", "ke8v3|", "KE8V~3|");
        row("inserted before our dashes: they move", "PASSID~ABZ|3X~7YQM", "PASSID~ABZ|3~X7YQ~M");
        row("inserted before typed dashes: they stay", "PASSID-ABZ|3X-7YQM", "PASSID-ABZ|3X-7YQM");
        row("caret before a dash stays before it", "PASSID|-AB3X", "PASSID|-AB3X");
        row("caret behind a dash stays behind it", "PASSID-|AB3X", "PASSID-|AB3X");
        row("our dash deleted in the middle comes back", "PASSID|AB3X", "PASSID|~AB3X");
        row("our dash at the end goes", "PASSID~|", "PASSID|");
        row("longer than any shape: ours go", "ke8v~3txy~z72lq|", "KE8V3TXYZ72LQ|");
        row("another shape: ours go, typed ones stay", "HELL~O-|", "HELLO-|");
    }
    void grouped_typedText_isGroupedWithCaret() {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const auto split = [](QString text) {
            const int caret = static_cast<int>(text.indexOf(u'|'));
            return Typed{text.remove(u'|'), caret};
        };
        typed.replace(u'~', ownDash);
        expected.replace(u'~', ownDash);

        const auto result = grouped(split(typed), both);

        const auto wanted = split(expected);
        QCOMPARE(result.text, wanted.text);
        QCOMPARE(result.caret, wanted.caret);
    }

    void grouped_unknownShape_keepsWhatWasTyped() {
        QCOMPARE(grouped({QStringLiteral("ab-cdefgh"), 9}, live).text, QStringLiteral("AB-CDEFGH"));
        QCOMPARE(grouped({QStringLiteral("ab cdefgh"), 9}, live).text, QStringLiteral("AB-CDEFGH"));
        QCOMPARE(grouped({QStringLiteral("ab-"), 3}, live), (Typed{QStringLiteral("AB-"), 3}));
        QCOMPARE(grouped({QStringLiteral("anything goes"), 4}, {}), (Typed{QStringLiteral("ANYTHING-GOES"), 4}));
    }

    void tokenOf_grouped_hasPlainDashes() {
        QCOMPARE(tokenOf(grouped({QStringLiteral("passidab3x7yqmk9pq3mnx"), 0}, live).text),
                 QStringLiteral("PASSID-AB3X-7YQM-K9PQ-3MNX"));
        QCOMPARE(tokenOf(QStringLiteral("AB-")), QStringLiteral("AB"));
    }

    void grouped_again_changesNothing() {
        for (const char* text :
             {"passidab3x7yqmk9pq3mnx", "ke8v3txyz72lq1", "what-ever it is", "GH2P-ABCD-56KL", "a!b"}) {
            for (const auto& shapes : {both, live, TokenShapes{}}) {
                const auto once = grouped({QString::fromUtf8(text), 0}, shapes);
                QCOMPARE(grouped(once, shapes), once);
            }
        }
    }

    void opinionOn_text_isWhatAPersonWouldSay_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("sandbox");
        QTest::addColumn<int>("expected");
        QTest::addColumn<int>("missing");
        const auto row = [](const char* name, const char* text, bool sandbox, TokenRemark expected, int missing = 0) {
            QTest::newRow(name) << QString::fromUtf8(text) << sandbox << static_cast<int>(expected) << missing;
        };
        row("empty", "", false, TokenRemark::empty);
        row("dashes alone", "--", false, TokenRemark::empty);
        row("whole", "PASSID-AB3X-7YQM-K9PQ-3MNX", false, TokenRemark::none);
        row("sandbox", "KE8V-3TXY-Z72L", true, TokenRemark::none);
        row("sandbox token at a live account", "KE8V-3TXY-Z72L", false, TokenRemark::unknownShape);
        row("two missing", "PASSID-AB3X-7YQM-K9PQ-3M", false, TokenRemark::tooShort, 2);
        row("three missing of the shorter shape", "KE8V-3TXY-Z", true, TokenRemark::tooShort, 3);
        row("session code", "AB3X-7YQM", true, TokenRemark::sessionCode, 4);
        row("session code, no dash", "AB3X7YQM", false, TokenRemark::sessionCode);
        row("strange", "PASSID-AB3X-7Y!M", false, TokenRemark::strangeCharacter);
        row("a letter of another alphabet", "PASSID-АB3X", false, TokenRemark::strangeCharacter);
        row("longer", "PASSID-AB3X-7YQM-K9PQ-3MNX7", false, TokenRemark::tooLong);
        row("something else", "HELLO-WORLD-THERE", false, TokenRemark::unknownShape);
    }
    void opinionOn_text_isWhatAPersonWouldSay() {
        QFETCH(QString, text);
        QFETCH(bool, sandbox);
        QFETCH(int, expected);
        QFETCH(int, missing);
        const auto opinion = opinionOn(text, sandbox ? both : live);
        QCOMPARE(static_cast<int>(opinion.remark), expected);
        QCOMPARE(opinion.missing, missing);
    }

    void opinionOn_noShapes_saysOnlyWhatIsCertain() {
        QCOMPARE(opinionOn(QStringLiteral("AB3X-7YQM"), {}).remark, TokenRemark::none);
        QCOMPARE(opinionOn(QStringLiteral("A?"), {}).remark, TokenRemark::strangeCharacter);
        QCOMPARE(opinionOn(QStringLiteral("A?"), {}).character, QChar{u'?'});
    }
};

VERDESK_TEST(TokenFormatTest)
#include "token_format_test.moc"
