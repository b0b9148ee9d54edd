#include "crypto/secret.h"

#include "tests/support/registry.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <concepts>
#include <ostream>
#include <type_traits>

using namespace verdesk::crypto;

namespace {

template <class T>
concept Streams = requires(std::ostream& out, const T& value) {
    out << value;
};
template <class T>
concept Compares = requires(const T& a, const T& b) {
    a == b;
};

// That the concepts can tell:
static_assert(Streams<std::string> && Compares<std::string> && std::is_constructible_v<nlohmann::json, std::string>);

static_assert(!Streams<Secret>);
static_assert(!Compares<Secret>);
static_assert(!std::is_constructible_v<nlohmann::json, Secret>);
static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_convertible_v<Secret, std::string_view>);
static_assert(!std::is_convertible_v<Secret, bool>);
static_assert(!std::is_convertible_v<std::string, Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);

const std::string longText = "a secret that is too long to live inside the string itself";

}  // namespace

class SecretTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesAndMoves_keepTheCharacters_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << QStringLiteral("pin");
        QTest::newRow("long") << QString::fromStdString(longText);
        QTest::newRow("empty") << QString{};
    }
    void copiesAndMoves_keepTheCharacters() {
        QFETCH(QString, text);
        const auto plain = text.toStdString();
        Secret first{plain};
        const Secret copy{first};
        QCOMPARE(std::string{copy.reveal()}, plain);
        QCOMPARE(first.empty(), plain.empty());
        Secret moved{std::move(first)};
        QCOMPARE(std::string{moved.reveal()}, plain);
        Secret assigned{"something else"};
        assigned = copy;
        QCOMPARE(std::string{assigned.reveal()}, plain);
        auto& same = assigned;
        assigned = same;
        QCOMPARE(std::string{assigned.reveal()}, plain);
        assigned = std::move(moved);
        QCOMPARE(std::string{assigned.reveal()}, plain);
        QCOMPARE(textOf(assigned.bytes()), plain);
    }

    void move_leavesNothingBehind() {
        Secret first{longText};
        const Secret second{std::move(first)};
        QVERIFY(first.empty());
        Secret third{"older"};
        Secret fourth{"newer"};
        third = std::move(fourth);
        QVERIFY(fourth.empty());
    }

    void wipe_overwritesEverythingThatTheTextHeld() {
        std::string text = longText;
        const char* where = text.data();
        const auto size = text.size();
        text.resize(4);  // shorter now, and the rest still stands behind it
        wipe(text);
        QVERIFY(text.empty());
        QCOMPARE(text.data(), where);
        // The string still owns this memory and its capacity.
        QVERIFY(text.capacity() >= size);
        text.resize(size);
        QCOMPARE(text, std::string(size, '\0'));

        Bytes bytes(40, 0xaa);
        wipe(bytes);
        QVERIFY(bytes.empty());
    }
};

VERDESK_TEST(SecretTest)
#include "secret_test.moc"
