#include "crypto/random.h"

#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

#include <set>
#include <thread>

using namespace verdesk::crypto;
using Millis = std::chrono::sys_time<std::chrono::milliseconds>;

class RandomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytes_differ() {
        QCOMPARE(randomBytes(0).size(), std::size_t{0});
        QCOMPARE(randomBytes(33).size(), std::size_t{33});
        QVERIFY(randomBytes(16) != randomBytes(16));
        QCOMPARE(randomToken().size(), std::size_t{43});
    }

    void text_usesTheWholeAlphabetAndNothingElse() {
        std::set<char> seen;
        for (const char each : randomText(2'000, "ABC23")) {
            seen.insert(each);
        }
        QCOMPARE(seen, (std::set<char>{'A', 'B', 'C', '2', '3'}));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, randomText(1, ""));
    }

    // RFC 9562 appendix A.6 gives the time 1645557742000 as 017f22e2-79b0.
    void uuid7_hasTimeVersionAndVariant() {
        // Ids rise also where the clock stands still, so the first id of this program shows the time exactly.
        const auto id = QString::fromStdString(uuid7(Millis{std::chrono::milliseconds{1645557742000}}));
        const QRegularExpression form{QStringLiteral("^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")};
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
    }

    void uuid7_risesWithinAMillisecondAndOverASteppedClock() {
        std::string last;
        const Millis now{std::chrono::milliseconds{1'800'000'000'000}};
        for (int i = 0; i < 20'000; ++i) {
            const auto id = uuid7(i < 10'000 ? now : now - std::chrono::hours{1});
            QVERIFY(last < id);
            last = id;
        }
        const auto later = uuid7(now + std::chrono::seconds{1});
        QVERIFY(last < later);
    }

    void uuid7From_isBeforeAllOfItsMomentAndAfterAllOfEarlierOnes() {
        const Millis moment{std::chrono::milliseconds{1'850'000'000'000}};
        const auto before = uuid7(moment - std::chrono::milliseconds{1});
        const auto first = uuid7From(moment);
        QVERIFY(before < first);
        QVERIFY(first < uuid7(moment));
        QCOMPARE(first.size(), before.size());
    }

    void uuid7_fromSeveralThreads_neverRepeats() {
        constexpr int each = 5'000;
        std::vector<std::vector<std::string>> made(4);
        {
            std::vector<std::jthread> threads;
            for (auto& mine : made) {
                threads.emplace_back([&mine] {
                    for (int i = 0; i < each; ++i) {
                        mine.push_back(uuid7(Millis{std::chrono::milliseconds{1'900'000'000'000}}));
                    }
                });
            }
        }
        std::set<std::string> all;
        for (const auto& mine : made) {
            all.insert(mine.begin(), mine.end());
        }
        QCOMPARE(all.size(), made.size() * each);
    }
};

VERDESK_TEST(RandomTest)
#include "random_test.moc"
