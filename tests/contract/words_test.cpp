// Enumerations as words: every word comes back, and one that this version does not know is never taken for good.

#include "tests/contract/samples.h"

#include "tests/support/registry.h"

#include <QTest>

#include <set>

using namespace verdesk;
using namespace verdesk::test;
using nlohmann::json;

namespace {

template <class Enum>
bool everyWordComesBack() {
    for (const auto& [value, word] : wordsOf(Enum{})) {
        if (toWord(value) != word || fromWord<Enum>(word) != value) {
            return false;
        }
    }
    return !fromWord<Enum>("no such word") && !fromWord<Enum>("");
}

json with(json text, const char* pointer, json value) {
    text[json::json_pointer{pointer}] = std::move(value);
    return text;
}

}  // namespace

class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_areOneToOne() {
        QVERIFY(everyWordComesBack<LaunchKind>());
        QVERIFY(everyWordComesBack<Placement>());
        QVERIFY(everyWordComesBack<MessageAction>());
        QVERIFY(everyWordComesBack<Role>());
        QVERIFY(everyWordComesBack<Environment>());
        QVERIFY(everyWordComesBack<Answering>());
        QVERIFY(everyWordComesBack<State>());
        QVERIFY(everyWordComesBack<Failure>());
        QVERIFY(everyWordComesBack<CaseState>());
        QVERIFY(everyWordComesBack<DecisionKind>());
        QVERIFY(everyWordComesBack<claims::Verdict>());
        QVERIFY(everyWordComesBack<claims::Status>());
        QVERIFY(everyWordComesBack<claims::Channel>());
        QVERIFY(everyWordComesBack<claims::Decline>());
        QVERIFY(everyWordComesBack<claims::Advice>());
    }

    void unknownWord_inAVerification_isNeverGood() {
        const auto full = toJson(fullVerification());
        const auto read = [&](const char* pointer) {
            const auto text = with(full, pointer, "splendid");
            return verificationFrom(JsonReader{text});
        };
        QCOMPARE(read("/state").state, State::unknown);
        QCOMPARE(read("/verdict").verdict, claims::Verdict::review);
        QCOMPARE(read("/environment").environment, Environment::unknown);
        QCOMPARE(read("/launch").launch, LaunchKind::unknown);
        QVERIFY(read("/decline").decline == claims::Decline::unknown);
        QVERIFY(read("/failure").failure == Failure::unknown);
        QCOMPARE(read("/claims/0/status").claims.front().status, claims::Status::unknown);
        QCOMPARE(read("/proof/channel").proof->channel, claims::Channel::unknown);
        QVERIFY(!isFinal(State::unknown));
    }

    void unknownWord_elsewhere_isUnknown() {
        const auto summary = toJson(fullSummary());
        const auto read = [&](const char* pointer) {
            const auto text = with(summary, pointer, "splendid");
            return caseSummaryFrom(JsonReader{text});
        };
        QCOMPARE(read("/state").state, CaseState::unknown);
        QCOMPARE(read("/verdict").verdict, claims::Verdict::review);
        QCOMPARE(read("/decision").decision, DecisionKind::unknown);
        QVERIFY(read("/lastState").lastState == State::unknown);
        for (const auto& sample : samples()) {
            if (sample.name == "Flow") {
                const auto flow =
                    sample.andBack(with(with(sample.full, "/launches/0", "hologram"), "/answering", "humming"));
                QCOMPARE(flow.at("launches").at(0).get<std::string>(), std::string{"unknown"});
                QCOMPARE(flow.at("answering").get<std::string>(), std::string{"unknown"});
            }
            if (sample.name == "Me") {
                const auto me = sample.andBack(with(sample.full, "/staff/role", "emperor"));
                QCOMPARE(me.at("staff").at("role").get<std::string>(), std::string{"unknown"});
            }
        }
    }

    void missingVerdict_isNone_notReview() {
        auto text = toJson(fullVerification());
        text.erase("verdict");
        QCOMPARE(verificationFrom(JsonReader{text}).verdict, claims::Verdict::none);
    }

    void unknownWord_inARequest_isRefusedWithTheWords() {
        try {
            (void)decideFrom(JsonReader{json{{"kind", "forgive"}, {"reason", "x"}}});
            QFAIL("read");
        } catch (const MemberError& error) {
            QCOMPARE(error.member(), std::string{"kind"});
            QVERIFY(error.problem().find("approve, reject, escalate, close") != std::string::npos);
        }
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)decideFrom(JsonReader{json{{"kind", "unknown"}}}));
        try {
            (void)startVerificationFrom(JsonReader{json{{"flow", "f"}, {"launch", "unknown"}}});
            QFAIL("read");
        } catch (const MemberError& error) {
            QCOMPARE(error.member(), std::string{"launch"});
            QCOMPARE(error.problem(), std::string{"is not one of: qr, token, widget, redirect, script"});
        }
        QVERIFY_THROWS_EXCEPTION(MemberError,
                                 (void)startVerificationFrom(JsonReader{json{{"flow", "f"}, {"launch", "hologram"}}}));
        auto signIn = toJson(SignIn{"password", "n", "p", "c", "b", "1"});
        signIn["method"] = "magic";
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)signInFrom(JsonReader{signIn}));
    }

    void finalStates_areTheLastFive() {
        for (const auto& [state, word] : wordsOf(State{})) {
            const bool expected = word == "completed" || word == "declined" || word == "expired" ||
                                  word == "cancelled" || word == "failed";
            QCOMPARE(isFinal(state), expected);
        }
    }

    void failures_haveCodesOfTheirOwn() {
        std::set<std::string_view> codes;
        for (const auto& [failure, word] : wordsOf(Failure{})) {
            codes.insert(codeOf(failure));
        }
        QCOMPARE(codes.size(), wordsOf(Failure{}).size());
    }

    void localized_fallsBack() {
        const Localized text{{{"de", "Konto"}, {"en", "Account"}}};
        QCOMPARE(text.in("de"), std::string{"Konto"});
        QCOMPARE(text.in("de_AT"), std::string{"Konto"});
        QCOMPARE(text.in("sw"), std::string{"Account"});
        QCOMPARE(Localized({{{"de", "Konto"}}}).in("en"), std::string{"Konto"});
        QCOMPARE(Localized{}.in("en"), std::string{});
    }
};

VERDESK_TEST(WordsTest)
#include "words_test.moc"
