#include "crypto/digest.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::crypto;

class DigestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // FIPS 180-4 examples as NIST publishes them.
    void sha256_publishedVectors() {
        QCOMPARE(toHex(sha256(viewOf("abc"))),
                 std::string{"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"});
        QCOMPARE(toHex(sha256(viewOf(""))),
                 std::string{"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"});
        QCOMPARE(toHex(sha256(viewOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
                 std::string{"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"});
        QCOMPARE(toHex(sha256(viewOf(std::string(1'000'000, 'a')))),
                 std::string{"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"});
    }

    void sha256_ofPieces_isThatOfTheWhole() {
        QCOMPARE(sha256({viewOf("a"), viewOf(""), viewOf("bc")}), sha256(viewOf("abc")));
    }

    // RFC 4231, the cases that give the whole digest.
    void hmac_publishedVectors_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("digest");
        const auto row = [](const char* name, QByteArray key, QByteArray data, const char* digest) {
            QTest::newRow(name) << std::move(key) << std::move(data) << QString::fromLatin1(digest);
        };
        row("case 1", QByteArray(20, 0x0b), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        row("case 2", "Jefe", "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        row("case 3", QByteArray(20, '\xaa'), QByteArray(50, '\xdd'),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
        row("case 4", QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819"), QByteArray(50, '\xcd'),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
        row("case 6", QByteArray(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
        row("case 7", QByteArray(131, '\xaa'),
            "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be "
            "hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
        row("empty key and data", {}, {}, "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
    }
    void hmac_publishedVectors() {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, data);
        QFETCH(QString, digest);
        QCOMPARE(toHex(hmacSha256(viewOf(key.toStdString()), viewOf(data.toStdString()))), digest.toStdString());
    }

    void equal_comparesContentsAndLength() {
        QVERIFY(equalInConstantTime(viewOf("abc"), viewOf("abc")));
        QVERIFY(!equalInConstantTime(viewOf("abc"), viewOf("abd")));
        QVERIFY(!equalInConstantTime(viewOf("abc"), viewOf("abcd")));
        QVERIFY(!equalInConstantTime(viewOf("abc"), {}));
        QVERIFY(equalInConstantTime({}, {}));
    }
};

VERDESK_TEST(DigestTest)
#include "digest_test.moc"
