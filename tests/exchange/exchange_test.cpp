#include "exchange/exchange.h"

#include "tests/support/registry.h"

#include <QTest>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

using namespace verdesk;

namespace {

struct Down : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Counts the objects that live in the frames of calls: zero at the end, or a frame leaked.
struct Alive {
    static inline int count = 0;
    Alive() {
        ++count;
    }
    Alive(const Alive&) {
        ++count;
    }
    Alive& operator=(const Alive&) = default;
    ~Alive() {
        --count;
    }
};

struct NoDefault {
    explicit NoDefault(int number) : value{number} {}
    int value;
};

HttpReply reply(int status, std::string body = {}) {
    return {status, std::move(body), {}};
}

Exchange<std::string> bodyOf(HttpRequest request) {
    const Alive here;
    const HttpReply answer = co_await std::move(request);
    if (answer.status >= 500) {
        throw Down{"answered " + std::to_string(answer.status)};
    }
    co_return answer.body;
}

Exchange<std::string> two(std::string base) {
    const Alive here;
    const auto first = co_await bodyOf(post(base + "/token").with("Key", "k").sending("a=b", "text/plain"));
    const auto second = co_await bodyOf(get(base + "/session/" + first));
    co_return first + second;
}

Exchange<std::string> three(std::string base) {
    const Alive here;
    auto inner = co_await two(base);
    std::string tail;
    try {
        tail = co_await bodyOf(get(base + "/flaky"));
    } catch (const Down& down) {
        tail = std::string{"("} + down.what() + ")";
    }
    const HttpReply last = co_await get(base + "/last");
    co_return inner + tail + last.body;
}

Exchange<void> note(std::string* log) {
    const Alive here;
    const HttpReply answer = co_await get("https://p/void");
    *log += answer.body;
}

Exchange<int> noteTwice(std::string* log) {
    co_await note(log);
    co_await note(log);
    co_return static_cast<int>(log->size());
}

Exchange<NoDefault> withoutAsking(int value) {
    co_return NoDefault{value};
}

Exchange<int> nestedWithoutAsking() {
    const auto a = co_await withoutAsking(40);
    const auto b = co_await withoutAsking(2);
    co_return a.value + b.value;
}

// Where the stack stands when this call goes on, lowest and highest.
struct Span {
    std::uintptr_t low = UINTPTR_MAX;
    std::uintptr_t high = 0;
    void mark() {
        // Not the address of a local: the address sanitizer moves locals off the stack.
        const auto at = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
        low = std::min(low, at);
        high = std::max(high, at);
    }
};

Exchange<int> many(int count, Span* span) {
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        const HttpReply answer = co_await get("https://p/x");
        sum += answer.status;
        span->mark();
    }
    co_return sum;
}

Exchange<int> one(Span* span) {
    const HttpReply answer = co_await get("https://p/x");
    span->mark();
    co_return answer.status;
}

Exchange<int> manyNested(int count, Span* span) {
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        sum += co_await one(span);
        span->mark();
    }
    co_return sum;
}

// Drives `three` for that many answers: the last of them is never given.
Exchange<std::string> droveFor(int answers) {
    auto call = three("https://p");
    auto* request = call.start();
    for (int i = 0; i < answers && request != nullptr; ++i) {
        request = call.answer(reply(i == 2 ? 503 : 200, "x"));
    }
    return call;
}

}  // namespace

class ExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() {
        QCOMPARE(Alive::count, 0);
    }

    void calls_nest_andRequestsComeInOrder() {
        auto call = two("https://p");
        auto* request = call.start();
        QVERIFY(request != nullptr);
        QCOMPARE(request->method, std::string{"POST"});
        QCOMPARE(request->url, std::string{"https://p/token"});
        QCOMPARE(request->body, std::string{"a=b"});
        QCOMPARE(request->headers.size(), std::size_t{2});
        request = call.answer(reply(200, "T"));
        QVERIFY(request != nullptr);
        QCOMPARE(request->url, std::string{"https://p/session/T"});
        request = call.answer(reply(200, "S"));
        QVERIFY(request == nullptr);
        QCOMPARE(call.result(), std::string{"TS"});
    }

    void failureOfANestedCall_isCaughtByTheOuterOne() {
        auto call = three("https://p");
        call.start();
        call.answer(reply(200, "T"));
        auto* request = call.answer(reply(200, "S"));
        QCOMPARE(request->url, std::string{"https://p/flaky"});
        request = call.answer(reply(503));
        QVERIFY(request != nullptr);
        QCOMPARE(request->url, std::string{"https://p/last"});
        QVERIFY(call.answer(reply(200, "!")) == nullptr);
        QCOMPARE(call.result(), std::string{"TS(answered 503)!"});
    }

    void failureOfTheDriver_reachesTheCallThatWaits_andIsCaught() {
        auto call = three("https://p");
        call.start();
        call.answer(reply(200, "T"));
        call.answer(reply(200, "S"));
        auto* request = call.fail(std::make_exception_ptr(Down{"no line"}));
        QVERIFY(request != nullptr);
        QCOMPARE(request->url, std::string{"https://p/last"});
        call.answer(reply(200));
        QCOMPARE(call.result(), std::string{"TS(no line)"});
    }

    void failureOfTheDriver_thatNobodyCatches_endsTheCall() {
        auto call = two("https://p");
        call.start();
        QVERIFY(call.fail(std::make_exception_ptr(Down{"deadline"})) == nullptr);
        QVERIFY_THROWS_EXCEPTION(Down, (void)call.result());
    }

    void failureBeforeTheFirstRequest_endsTheCall() {
        auto call = []() -> Exchange<int> {
            throw Down{"at once"};
            co_return 1;
        }();
        QVERIFY(call.start() == nullptr);
        QVERIFY_THROWS_EXCEPTION(Down, (void)call.result());
    }

    void void_calls_work_aloneAndNested() {
        std::string log;
        auto alone = note(&log);
        QVERIFY(alone.start() != nullptr);
        QVERIFY(alone.answer(reply(200, "a")) == nullptr);
        alone.result();
        QCOMPARE(log, std::string{"a"});

        auto nested = noteTwice(&log);
        nested.start();
        nested.answer(reply(200, "b"));
        QVERIFY(nested.answer(reply(200, "c")) == nullptr);
        QCOMPARE(nested.result(), 3);
        QCOMPARE(log, std::string{"abc"});

        auto failing = note(&log);
        failing.start();
        failing.fail(std::make_exception_ptr(Down{"x"}));
        QVERIFY_THROWS_EXCEPTION(Down, failing.result());
    }

    void callThatAsksNothing_endsAtOnce() {
        auto call = nestedWithoutAsking();
        QVERIFY(call.start() == nullptr);
        QCOMPARE(call.result(), 42);
    }

    void callThatIsNeverStarted_leavesNothingBehind() {
        auto call = three("https://p");
        auto moved = std::move(call);
        QCOMPARE(Alive::count, 0);
    }

    void call_isAbandonedAnywhere_data() {
        QTest::addColumn<int>("answers");
        for (int answers = 0; answers <= 4; ++answers) {
            QTest::addRow("after %d answers", answers) << answers;
        }
    }
    void call_isAbandonedAnywhere() {
        QFETCH(int, answers);
        {
            auto call = droveFor(answers);
            QCOMPARE(Alive::count > 0, answers < 4);
        }
        QCOMPARE(Alive::count, 0);
    }

    void callThatMovesWhileItWaits_goesOn() {
        auto call = two("https://p");
        call.start();
        auto moved = std::move(call);
        moved.answer(reply(200, "T"));
        auto other = two("https://q");
        other = std::move(moved);
        QVERIFY(other.answer(reply(200, "S")) == nullptr);
        QCOMPARE(other.result(), std::string{"TS"});
    }

    void hundredThousandAsks_doNotGrowTheStack_data() {
        QTest::addColumn<bool>("nested");
        QTest::newRow("one call") << false;
        QTest::newRow("a call each") << true;
    }
    void hundredThousandAsks_doNotGrowTheStack() {
        QFETCH(bool, nested);
        constexpr int count = 100'000;
        Span span;
        auto call = nested ? manyNested(count, &span) : many(count, &span);
        auto* request = call.start();
        while (request != nullptr) {
            request = call.answer(reply(1));
        }
        QCOMPARE(call.result(), count);
        QVERIFY2(span.high - span.low < 64 * 1024, qPrintable(QString::number(span.high - span.low)));
    }
};

VERDESK_TEST(ExchangeTest)
#include "exchange_test.moc"
