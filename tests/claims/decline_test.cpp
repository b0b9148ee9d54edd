#include "claims/decline.h"

#include "tests/support/registry.h"

#include <QTest>

#include <set>

using namespace verdesk;
using namespace verdesk::claims;

class DeclineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDecline_hasACodeOfItsOwn() {
        std::set<std::string_view> codes;
        for (const auto& [decline, word] : wordsOf(Decline{})) {
            QCOMPARE(infoOf(decline).decline, decline);
            codes.insert(infoOf(decline).code);
        }
        QCOMPARE(codes.size(), wordsOf(Decline{}).size());
    }

    void refusals_everyOneHasAnAdviceOfItsOwn() {
        // The six ways in which a provider refuses a token or a customer (docs/failure-codes.md).
        const auto refusals = {Decline::tokenNotFound,    Decline::tokenExpired,     Decline::tokenRevoked,
                               Decline::tokenAlreadyUsed, Decline::wrongInstitution, Decline::sanctionsMatch};
        std::set<Advice> advice;
        for (const auto decline : refusals) {
            advice.insert(infoOf(decline).advice);
        }
        QCOMPARE(advice.size(), refusals.size());
    }

    void sanctionsMatch_aloneOffersNoWayOn() {
        for (const auto& [decline, word] : wordsOf(Decline{})) {
            const bool isMatch = decline == Decline::sanctionsMatch;
            QCOMPARE(infoOf(decline).mayTryAgain, !isMatch);
            QCOMPARE(infoOf(decline).advice == Advice::neverApprove, isMatch);
        }
    }
};

VERDESK_TEST(DeclineTest)
#include "decline_test.moc"
