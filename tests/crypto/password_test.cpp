#include "crypto/password.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::crypto;

namespace {

std::string ofRfc(const char* parameters, std::string_view salt, const char* hex) {
    return std::string{"scrypt$"} + parameters + "$" + toBase64(viewOf(salt)) + "$" + toBase64(*fromHex(hex));
}

}  // namespace

class PasswordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 7914 section 12, written in our own form.
    void check_publishedVectors() {
        QVERIFY(checkPassword(
            Secret{}, ofRfc("16$1$1", "",
                            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a"
                            "753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")));
        QVERIFY(checkPassword(Secret{"password"},
                              ofRfc("1024$8$16", "NaCl",
                                    "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3"
                                    "886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640")));
        QVERIFY(checkPassword(Secret{"pleaseletmein"},
                              ofRfc("16384$8$1", "SodiumChloride",
                                    "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d543"
                                    "2955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")));
    }

    void hash_isCheckedByItsOwnParameters() {
        const auto hash = hashPassword(Secret{"correct horse"}, {16, 1, 1});
        QVERIFY(hash.starts_with("scrypt$16$1$1$"));
        QVERIFY(checkPassword(Secret{"correct horse"}, hash));
        QVERIFY(!checkPassword(Secret{"correct horsf"}, hash));
        QVERIFY(!checkPassword(Secret{}, hash));
        QVERIFY(hash != hashPassword(Secret{"correct horse"}, {16, 1, 1}));
    }

    void hash_atTheUsualCost_works() {
        QVERIFY(checkPassword(Secret{"x"}, hashPassword(Secret{"x"})));
    }

    void check_whatIsNoHash_isFalse_data() {
        QTest::addColumn<QString>("hash");
        const auto good = hashPassword(Secret{"x"}, {16, 1, 1});
        QTest::newRow("empty") << QString{};
        QTest::newRow("another scheme") << QStringLiteral("bcrypt$16$1$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("no number") << QStringLiteral("scrypt$x$1$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("cost out of reach") << QStringLiteral("scrypt$1073741824$8$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("endless") << QStringLiteral("scrypt$16$1$4000000$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("no power of two") << QStringLiteral("scrypt$15$1$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("empty hash") << QStringLiteral("scrypt$16$1$1$AAAA$");
        QTest::newRow("one part more") << QString::fromStdString(good + "$");
        QTest::newRow("cut off") << QString::fromStdString(good.substr(0, good.size() - 4));
    }
    void check_whatIsNoHash_isFalse() {
        QFETCH(QString, hash);
        QVERIFY(!checkPassword(Secret{"x"}, hash.toStdString()));
    }
};

VERDESK_TEST(PasswordTest)
#include "password_test.moc"
