#include "crypto/rsa_key.h"

#include "crypto/rsa.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::crypto;

class RsaKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pair_belongsTogether_andToNoOther() {
        const auto pair = newRsaKeyPair(1024);
        const auto other = newRsaKeyPair(1024);
        const auto written = rsaPrivateEncrypt(pair.privateKey, viewOf("text"));
        QVERIFY(written);
        QCOMPARE(textOf(rsaPublicDecrypt(pair.publicKey, *written).value_or(Bytes{})), std::string{"text"});
        QVERIFY(!rsaPublicDecrypt(other.publicKey, *written));
        QCOMPARE(rsaRoom(pair.privateKey).value_or(0), std::size_t{1024 / 8 - 11});
    }
};

VERDESK_TEST(RsaKeyTest)
#include "rsa_key_test.moc"
