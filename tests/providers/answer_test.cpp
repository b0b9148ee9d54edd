#include "providers/answer.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;

namespace {

Exchange<Progress> asking() {
    const HttpReply reply = co_await get("https://provider.example/result");
    Progress progress;
    progress.state = State::completed;
    progress.raw = reply.body;
    co_return progress;
}

std::exception_ptr because(Failure failure) {
    return std::make_exception_ptr(ProviderError{failure, "why", "what came"});
}

}  // namespace

class AnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLine_isAlwaysText_data() {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char* name, const QByteArray& given, const QByteArray& line) {
            QTest::newRow(name) << given << line;
        };
        row("plain", "invalid_scope", "invalid_scope");
        row("controls", QByteArray{"a\r\nb\0c\x7f", 7}, "a  b c ");
        row("characters", "gr\xC3\xBC\xE2\x82\xAC\xF0\x9F\x99\x82", "gr\xC3\xBC\xE2\x82\xAC\xF0\x9F\x99\x82");
        row("no characters", "\xff\xfe", "??");
        row("broken off", "a\xE2\x82", "a??");
        row("longer than needed", "\xC0\xAF\xE0\x80\xAF", "?????");
        row("half of a pair", "\xED\xA0\x80", "???");
        row("beyond the last one", "\xF4\x90\x80\x80", "????");
    }
    void oneLine_isAlwaysText() {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, line);
        QCOMPARE(QByteArray::fromStdString(oneLine(given.toStdString(), 64)), line);
    }

    void oneLine_isCutAtWholeCharacters() {
        const std::string text =
            "ab\xE2\x82\xAC"
            "c";
        QCOMPARE(oneLine(text, 6), text);
        QCOMPARE(oneLine(text, 5), std::string{"ab\xE2\x82\xAC"});
        QCOMPARE(oneLine(text, 4), std::string{"ab"});
        QCOMPARE(oneLine(text, 0), std::string{});
    }

    void questionThatFoundNoAnswer_leavesTheAttemptToBeAskedAbout() {
        for (const auto failure : {Failure::providerUnreachable, Failure::providerBroken}) {
            auto call = orAgainLater(asking(), State::verifying);
            QVERIFY(call.start() != nullptr);
            QVERIFY(call.fail(because(failure)) == nullptr);
            const auto progress = call.result();
            QCOMPARE(progress.state, State::verifying);
            QCOMPARE(progress.raw, std::string{"what came"});
        }
    }

    void questionThatWasAnsweredOrRefused_staysAsItIs() {
        auto answered = orAgainLater(asking(), State::verifying);
        answered.start();
        answered.answer({200, "yes", {}});
        QCOMPARE(answered.result().state, State::completed);
        for (const auto failure : {Failure::providerRefused, Failure::configuration, Failure::internal}) {
            auto call = orAgainLater(asking(), State::verifying);
            call.start();
            call.fail(because(failure));
            QVERIFY_THROWS_EXCEPTION(ProviderError, call.result());
        }
    }
};

VERDESK_TEST(AnswerTest)
#include "answer_test.moc"
