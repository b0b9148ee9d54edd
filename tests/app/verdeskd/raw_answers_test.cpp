#include "backend/store/statement.h"
#include "backend/store/tables/verifications.h"
#include "tests/app/verdeskd/bank_store.h"
#include "tests/app/verdeskd/command.h"
#include "tests/backend/store/story.h"
#include "tests/support/registry.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace verdesk;
using namespace verdesk::test;
using namespace verdesk::backend::store;
using nlohmann::json;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

}  // namespace

class RawAnswersTest : public QObject {
    Q_OBJECT

    static Ended read(const Installation& at, const std::string& id) {
        return verdeskd({s("raw-answers"), s("--config"), at.config(), QString::fromStdString(id)});
    }

private Q_SLOTS:
    void answers_arePrinted_andTheReadingIsWrittenDown() {
        const Installation at;
        std::string id;
        {
            BankStore store{at};
            id = store.write([](Transaction& t) {
                const auto story = tellApproved(t, sampleCase("012", "K-1"));
                tables::insert(t, RawAnswerRow{freshId(), story.verification.id, story.kase.id, "failure",
                                               "<html>\x1b[2J\n\xff", verdesk::test::at(9)});
                return story.verification.id.value;
            });
        }
        const auto ended = read(at, id);
        QCOMPARE(ended.code, 0);
        const auto lines = ended.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        const auto first = json::parse(lines[0].toStdString());
        QCOMPARE(first.at("what").get<std::string>(), std::string{"verify"});
        QCOMPARE(first.at("body").get<std::string>(), std::string{R"({"valid":true})"});
        QVERIFY(!first.at("at").get<std::string>().empty());
        // Whatever a provider sent, it stays in its line and steers no terminal.
        QVERIFY(!ended.output.contains(QLatin1Char('\x1b')));
        QVERIFY(json::parse(lines[1].toStdString()).at("body").get<std::string>().starts_with("<html>\x1b[2J\n"));

        BankStore store{at};
        const auto texts = store.read([](Reading& r) {
            std::vector<std::string> all;
            for (auto& row : select(r, "canonical", "from events where type = 'evidence.raw_read'")) {
                row.into(all.emplace_back());
            }
            return all;
        });
        QCOMPARE(texts.size(), std::size_t{1});
        const auto event = json::parse(texts.front());
        QCOMPARE(event.at("verification").get<std::string>(), id);
        QCOMPARE(event.at("data").at("answers").get<int>(), 2);
        QCOMPARE(event.at("branch").get<std::string>(), std::string{"012"});
        const auto actor = event.at("actor").get<std::string>();
        QVERIFY2(actor.starts_with("os:") && actor.size() > 3, actor.c_str());
        QVERIFY(texts.front().find("valid") == std::string::npos);
        QCOMPARE(verdeskd({s("check-store"), s("--config"), at.config()}).code, 0);
    }

    void verification_thatIsNotThere_isSaid() {
        const Installation at;
        const auto ended = read(at, "018f0000-0000-7000-8000-000000000000");
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.output.isEmpty());
        QVERIFY(ended.errors.contains(s("no verification with that id")));
    }

    void verification_withoutAnAnswer_saysSo() {
        const Installation at;
        const auto id = BankStore{at}.write(
            [](Transaction& t) { return tellAwaiting(t, sampleCase("012", "K-1")).verification.id.value; });
        const auto ended = read(at, id);
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.output.isEmpty());
        QVERIFY(ended.errors.contains(s("No answer is kept")));
    }
};

VERDESK_TEST(RawAnswersTest)
#include "raw_answers_test.moc"
