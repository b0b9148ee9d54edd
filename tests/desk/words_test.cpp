#include "desk/words.h"

#include "tests/backend/openapi/document.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace verdesk;
using namespace verdesk::desk;

namespace {

QString wordsFor(const std::string& code, int status) {
    CallError error;
    error.kind = CallError::Kind::refused;
    error.problem.code = code;
    error.problem.status = status;
    return inWords(error);
}

// What the description and the list of failures know, with the status of each.
std::map<std::string, int> describedCodes() {
    std::map<std::string, int> codes;
    const backend::test::Document document;
    for (const auto& operation : document.operations()) {
        const auto byStatus = operation.json.value("x-codes", nlohmann::json::object());
        for (const auto& [status, each] : byStatus.items()) {
            for (const auto& code : each) {
                codes[code.get<std::string>()] = std::stoi(status);
            }
        }
    }
    QFile list{QStringLiteral(VERDESK_TEST_DATA "/../../docs/failure-codes.md")};
    if (!list.open(QIODevice::ReadOnly)) {
        qFatal("cannot read the list of failures");
    }
    static const QRegularExpression row{QStringLiteral("^\\| ((?:`[a-z-]+`,? ?)+) \\| (\\d{3})"),
                                        QRegularExpression::MultilineOption};
    static const QRegularExpression code{QStringLiteral("`([a-z-]+)`")};
    for (auto rows = row.globalMatch(QString::fromUtf8(list.readAll())); rows.hasNext();) {
        const auto found = rows.next();
        for (auto each = code.globalMatch(found.captured(1)); each.hasNext();) {
            codes.emplace(each.next().captured(1).toStdString(), found.captured(2).toInt());
        }
    }
    return codes;
}

}  // namespace

class DeskWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDescribedCode_hasWordsOfItsOwn() {
        const auto codes = describedCodes();
        QVERIFY(codes.size() >= 30);
        // These two are what their status says, and nothing more.
        const std::set<std::string> plain{"internal", "too-many-requests"};
        std::map<QString, std::string> known;
        for (const auto& [code, status] : codes) {
            const auto words = wordsFor(code, status);
            QVERIFY2(!words.isEmpty(), code.c_str());
            QVERIFY2(plain.contains(code) || words != wordsFor("never-heard-of", status), code.c_str());
            const auto [same, isNew] = known.emplace(words, code);
            QVERIFY2(isNew, (code + " has the words of " + same->second).c_str());
        }
    }

    void requestUnderWay_asksForPatience_andForNoSupport() {
        const auto words = wordsFor("request-under-way", 409);
        QVERIFY2(words.contains(QStringLiteral("Wait")), qPrintable(words));
        QVERIFY2(!words.contains(QStringLiteral("support")), qPrintable(words));
    }

    void unknownCode_isSaidByItsStatus() {
        QVERIFY(wordsFor("never-heard-of", 418).contains(QStringLiteral("refused")));
        QVERIFY(wordsFor("never-heard-of", 599).contains(QStringLiteral("error of its own")));
        QVERIFY(wordsFor("never-heard-of", 429).contains(QStringLiteral("Wait")));
    }
};

VERDESK_TEST(DeskWordsTest)
#include "words_test.moc"
