#include "backend/store/keyring.h"

#include "tests/backend/store/samples.h"
#include "tests/support/registry.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace verdesk;
using namespace verdesk::backend::store;
using namespace verdesk::test;

namespace {

bool same(const crypto::Key& a, const crypto::Key& b) {
    return std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin());
}

}  // namespace

class KeyringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void caseKey_wrapped_isTheSameForAnotherKeyring() {
        const auto master = crypto::Key::random();
        Keyring first{master, 1};
        Keyring second{master, 1};
        const CaseId id{"case"};
        const auto wrapped = first.makeCaseKey(id);
        QVERIFY(same(first.caseKey(id, wrapped), second.caseKey(id, wrapped)));
        QVERIFY(!same(first.caseKey(id, wrapped), first.caseKey(CaseId{"other"}, first.makeCaseKey(CaseId{"other"}))));
    }
    void caseKey_givenToAnotherCase_doesNotOpen() {
        Keyring keys{crypto::Key::random(), 1};
        const auto wrapped = keys.makeCaseKey(CaseId{"case"});
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, keys.caseKey(CaseId{"other"}, wrapped));
    }
    void caseKey_otherMasterOrVersionOrText_doesNotOpen() {
        const auto master = crypto::Key::random();
        const CaseId id{"case"};
        const auto wrapped = Keyring{master, 1}.makeCaseKey(id);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (Keyring{crypto::Key::random(), 1}.caseKey(id, wrapped)));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (Keyring{master, 2}.caseKey(id, wrapped)));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (Keyring{master, 1}.caseKey(id, "nonsense")));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (Keyring{master, 1}.caseKey(id, "1:AAAA")));
    }
    void rewrapped_isTheSameKey_andNeedsTheNewMasterAlone() {
        const auto old = crypto::Key::random();
        const auto fresh = crypto::Key::random();
        const CaseId id{"case"};
        Keyring before{old, 1};
        const auto wrapped = before.makeCaseKey(id);
        const auto storeKey = before.makeStoreKey();
        before.openStoreKey(storeKey);
        Keyring between{fresh, 2, old};
        QVERIFY(same(between.caseKey(id, wrapped), before.caseKey(id, wrapped)));
        between.openStoreKey(storeKey);
        const auto again = between.rewrapCaseKey(id, wrapped);
        QCOMPARE(wrappedBy(wrapped), 1);
        QCOMPARE(wrappedBy(again), 2);
        QCOMPARE(wrappedBy(between.makeCaseKey(id)), 2);
        Keyring after{fresh, 2};
        QVERIFY(same(after.caseKey(id, again), before.caseKey(id, wrapped)));
        after.openStoreKey(between.rewrapStoreKey(storeKey));
        QVERIFY(same(after.commonKey("hooks"), before.commonKey("hooks")));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, after.caseKey(id, wrapped));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, before.caseKey(id, again));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, between.rewrapCaseKey(CaseId{"other"}, wrapped));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (Keyring{fresh, 2, crypto::Key::random()}.caseKey(id, wrapped)));
        // The one before wraps nothing of today's or of later versions.
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (Keyring{fresh, 1, old}.caseKey(id, wrapped)));
    }
    // A key that was replaced (rewrapped or made anew) is not served from memory.
    void caseKey_wrappedAnew_isNotTheOldOne() {
        Keyring keys{crypto::Key::random(), 1};
        const CaseId id{"case"};
        const auto old = keys.makeCaseKey(id);
        const auto fresh = keys.makeCaseKey(id);
        const auto first = keys.caseKey(id, old);
        QVERIFY(!same(first, keys.caseKey(id, fresh)));
        QVERIFY(same(first, keys.caseKey(id, old)));
    }
    void caseKey_manyCases_allStillOpen() {
        Keyring keys{crypto::Key::random(), 1};
        std::vector<std::pair<CaseId, std::string>> made;
        for (int i = 0; i < 5000; ++i) {  // more than are kept unwrapped
            const CaseId id{"case " + std::to_string(i)};
            made.emplace_back(id, keys.makeCaseKey(id));
            keys.caseKey(id, made.back().second);
        }
        Keyring again = keys;
        for (const auto& [id, wrapped] : made) {
            again.caseKey(id, wrapped);
        }
    }
    void caseKey_fromManyThreads_isTheSame() {
        Keyring keys{crypto::Key::random(), 1};
        const CaseId id{"case"};
        const auto wrapped = keys.makeCaseKey(id);
        const auto expected = keys.caseKey(id, wrapped);
        std::atomic<int> right{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int j = 0; j < 200; ++j) {
                    right += same(keys.caseKey(id, wrapped), expected) ? 1 : 0;
                    const CaseId other{std::to_string(j)};
                    keys.caseKey(other, keys.makeCaseKey(other));
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(right.load(), 800);
    }
    void commonKey_eachUse_isItsOwn() {
        const auto master = crypto::Key::random();
        Keyring keys{master, 1};
        QVERIFY_THROWS_EXCEPTION(std::logic_error, keys.commonKey("hooks"));
        const auto wrapped = keys.makeStoreKey();
        keys.openStoreKey(wrapped);
        QVERIFY(!same(keys.commonKey("hooks"), keys.commonKey("idempotency")));
        Keyring again{master, 1};
        again.openStoreKey(wrapped);
        QVERIFY(same(keys.commonKey("hooks"), again.commonKey("hooks")));
    }
    void sealText_everyByte_opensWhereItBelongsAlone() {
        const auto key = crypto::Key::random();
        const auto sealed = sealText(key, 1, {"t", "r", "c"}, everyByte());
        QCOMPARE(openText(key, 1, {"t", "r", "c"}, sealed), everyByte());
        for (const Where& where :
             {Where{"x", "r", "c"}, Where{"t", "x", "c"}, Where{"t", "r", "x"}, Where{"tr", "", "c"}}) {
            QVERIFY_THROWS_EXCEPTION(std::runtime_error, openText(key, 1, where, sealed));
        }
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, openText(key, 2, {"t", "r", "c"}, sealed));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, openText(crypto::Key::random(), 1, {"t", "r", "c"}, sealed));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, openText(key, 1, {"t", "r", "c"}, "no base64!"));
        QVERIFY(sealText(key, 1, {"t", "r", "c"}, "a") != sealText(key, 1, {"t", "r", "c"}, "a"));
    }
    void openText_failure_namesThePlaceAndNoValue() {
        std::string text;
        try {
            openText(crypto::Key::random(), 1, {"hooks", "7", "body"}, "SECRETSECRET");
        } catch (const std::runtime_error& error) {
            text = error.what();
        }
        QCOMPARE(text, std::string{"hooks 7, column body: the sealed value cannot be opened"});
    }
};

VERDESK_TEST(KeyringTest)
#include "keyring_test.moc"
