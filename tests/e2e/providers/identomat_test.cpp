// Identomat's widget, in a frame and on top, from the customer's part to what staff read. Callbacks are left out here:
// that the page says that it is done, or leads back, has to do.
#include "tests/e2e/providers/identomat_branch.h"
#include "tests/e2e/providers/proven.h"
#include "tests/support/registry.h"

#include <QTest>

#include <memory>

using namespace verdesk;
using namespace verdesk::test;
using claims::Verdict;
using nlohmann::json;

Q_DECLARE_METATYPE(verdesk::claims::Verdict)

class IdentomatPageTest : public QObject {
    Q_OBJECT

    Verification begin(LaunchKind launch = LaunchKind::widget) {
        return branch_->start(branch_->openCase(), {"identomat", launch});
    }

private Q_SLOTS:
    void initTestCase() {
        branch_ = std::make_unique<IdentomatBranch>();
    }
    void init() {
        branch_->reset();
        branch_->company({{"statusCallbacks", false}});
    }
    void cleanupTestCase() {
        QCOMPARE(branch_->end(), std::string{});
    }

    void widgetThatIsDone_bringsTheResult() {
        const auto check = begin();
        QVERIFY2(check.state == State::awaiting, describe(check).c_str());
        const auto& rules = std::get<WidgetLaunch>(check.launches.at(0).what).on;
        QCOMPARE(rules.size(), std::size_t{1});
        QVERIFY(rules.front().match == "DONE" && rules.front().then == MessageAction::finish);

        branch_->goThrough(IdentomatBranch::tokenOf(check));
        QVERIFY(branch_->asked(check.id).state == State::awaiting);  // Identomat still looks at it
        branch_->forwardToResult();
        branch_->close(check.id);
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.verdict == Verdict::pass, describe(seen).c_str());
        QVERIFY(isProven(seen, claims::name::providerAccepted));
        QVERIFY(isProven(seen, claims::name::identity));
        QVERIFY(isProven(seen, claims::name::liveness));
        QCOMPARE(proven(seen, claims::name::givenNames), std::string{"NINO"});
        QCOMPARE(proven(seen, claims::name::dateOfBirth), std::string{"1992-03-08"});
        QVERIFY(branch_->control("GET", "/refusals").at("refusals").empty());
    }

    void pictures_areFetchedAndServed() {
        const auto check = begin();
        branch_->goThrough(IdentomatBranch::tokenOf(check));
        branch_->forwardToResult();
        branch_->close(check.id);
        const auto kept = [](const Verification& each) {
            return !documentOf(each, claims::name::documentFront).evidence.empty() &&
                   !documentOf(each, claims::name::documentBack).evidence.empty() &&
                   !documentOf(each, claims::name::faceImage).evidence.empty() &&
                   !documentOf(each, claims::name::faceVideo).evidence.empty();
        };
        const auto seen = branch_->until(check.id, kept);
        QVERIFY2(kept(seen), describe(seen).c_str());
        QCOMPARE(documentOf(seen, claims::name::faceVideo).mediaType, std::string{"video/mp4"});
        const auto served = branch_->staffAsk("/evidence/" + documentOf(seen, claims::name::faceImage).evidence);
        QCOMPARE(served.status, 200);
        QVERIFY(served.body == branch_->page("GET", "/pictures/face.jpg").body);
    }

    void redirect_comesBack_toTheDesk() {
        const auto check = begin(LaunchKind::redirect);
        const auto token = IdentomatBranch::tokenOf(check);
        const auto back = branch_->publicOrigin() + "/return/identomat";
        QCOMPARE(std::get<RedirectLaunch>(check.launches.at(0).what).redirectUri, back);
        QCOMPARE(branch_->session(token).at("flags").at("return_url").get<std::string>(), back);
        branch_->goThrough(token);
        branch_->report(check.id, {{"kind", "redirect"}, {"url", back}});
        QVERIFY(branch_->reaches(check.id, State::verifying).state == State::verifying);
        branch_->forwardToResult();
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
    }

    // On the customer's telephone, say: the address names nobody, so that Identomat is asked.
    void redirect_comesBack_inAnotherBrowser() {
        const auto check = begin(LaunchKind::redirect);
        branch_->goThrough(IdentomatBranch::tokenOf(check));
        branch_->forwardToResult();
        QCOMPARE(branch_->browse(branch_->publicOrigin() + "/return/identomat").status, 200);
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
    }

    void result_isWhatIdentomatMadeOfIt_data() {
        QTest::addColumn<QByteArray>("person");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const char* person, Verdict verdict, const char* rule, const char* word) {
            QTest::newRow(name) << QByteArray{person} << verdict << QByteArray{rule} << QByteArray{word};
        };
        row("a passport", "emil", Verdict::pass, "", "approved");
        row("another face", "sofia", Verdict::fail, "rejected", "face_mismatch");
        row("an operator's reason", "pavel", Verdict::fail, "rejected", "other");
        row("somebody has to decide", "jonas", Verdict::review, "unreadable", "manual_check");
        row("the document contradicts itself", "irina", Verdict::review, "not_verified", "approved");
        row("perhaps on a list", "oleg", Verdict::review, "watchlist", "approved");
        row("expired", "luka", Verdict::review, "expired_document", "approved");
    }
    void result_isWhatIdentomatMadeOfIt() {
        QFETCH(QByteArray, person);
        QFETCH(Verdict, verdict);
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, word);
        const auto check = begin();
        branch_->goThrough(IdentomatBranch::tokenOf(check), person.toStdString());
        branch_->forwardToResult();
        branch_->close(check.id);
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.verdict == verdict, describe(seen).c_str());
        QVERIFY2(rule.isEmpty() || hasReason(seen, rule.toStdString()), describe(seen).c_str());
        QCOMPARE(seen.providerCode, word.toStdString());
    }

    void customerWhoDisagrees_cancelsIt() {
        const auto check = begin();
        branch_->act(IdentomatBranch::tokenOf(check), "disagree");
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::cancelled, describe(seen).c_str());
    }

    void participant_isACheckOfTheirOwn() {
        const auto id = branch_->openCase();
        const auto first = branch_->start(id, {"identomat_call", LaunchKind::widget});
        QVERIFY2(first.participants, describe(first).c_str());
        const auto second = branch_->start(id, {"identomat_call", LaunchKind::widget, {}, first.id});
        QVERIFY2(second.state == State::awaiting && second.parent == first.id, describe(second).c_str());
        const auto tokens = std::pair{IdentomatBranch::tokenOf(first), IdentomatBranch::tokenOf(second)};
        QVERIFY(tokens.first != tokens.second);
        QCOMPARE(branch_->session(tokens.second).at("parent").get<std::string>(), tokens.first);

        branch_->finish(tokens.first, "nino");
        branch_->finish(tokens.second, "emil");
        branch_->forwardToResult();
        QCOMPARE(proven(branch_->asked(first.id), claims::name::surname), std::string{"KAPANADZE"});
        QCOMPARE(proven(branch_->asked(second.id), claims::name::surname), std::string{"HARTWIG"});
    }

    void participant_ofACheckThatTakesNone_isRefused() {
        const auto id = branch_->openCase();
        const auto first = branch_->start(id, {"identomat", LaunchKind::widget});
        const auto refused = branch_->tryStart(id, {"identomat", LaunchKind::widget, {}, first.id});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json().value("code", ""), std::string{"participants-not-taken"});
    }

    void erasedCase_isDeletedAtIdentomat() {
        const auto id = branch_->openCase();
        const auto check = branch_->start(id, {"identomat", LaunchKind::widget});
        const auto token = IdentomatBranch::tokenOf(check);
        branch_->goThrough(token);
        branch_->forwardToResult();
        QVERIFY(branch_->asked(check.id).state == State::completed);
        QCOMPARE(branch_->session(token).at("status").get<std::string>(), std::string{"finished"});
        QCOMPARE(branch_->approve(id).status, 201);
        const auto erased = branch_->erase(id);
        QVERIFY2(erased.status == 200, erased.body.c_str());
        const auto isDeleted = [&](const Verification&) { return branch_->session(token).at("status") == "deleted"; };
        QVERIFY(branch_->until(check.id, isDeleted).claims.empty());
        QVERIFY(isDeleted({}));
        QVERIFY(branch_->session(token).dump().find("nino") == std::string::npos);
    }

private:
    std::unique_ptr<IdentomatBranch> branch_;
};

VERDESK_TEST(IdentomatPageTest)
#include "identomat_test.moc"
