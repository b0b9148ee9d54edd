#include "crypto/certificate.h"

#include "crypto/rsa_key.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace verdesk;

namespace {

const std::string pair = VERDESK_TEST_DATA "/../http/data/";

}  // namespace

class CertificateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairThatBelongsTogether_hasNoFault() {
        QCOMPARE(crypto::faultOf(pair + "server.pem", pair + "server.key").what, std::string{});
    }

    void fault_saysWhichOfTheTwoItIs() {
        const auto swapped = crypto::faultOf(pair + "server.key", pair + "server.pem");
        QVERIFY(!swapped.ofKey);
        QVERIFY(swapped.what.starts_with("has no certificate"));
        const auto twice = crypto::faultOf(pair + "server.pem", pair + "server.pem");
        QVERIFY(twice.ofKey);
        QVERIFY(twice.what.starts_with("has no private key"));
        QVERIFY(!crypto::faultOf(pair + "none.pem", pair + "server.key").ofKey);
        QVERIFY(crypto::faultOf(pair + "server.pem", pair + "none.key").ofKey);
    }

    void keyOfAnotherCertificate_doesNotFit() {
        const QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("other.key"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(std::string{crypto::newRsaKeyPair(2048).privateKey.reveal()}));
        file.close();
        const auto fault = crypto::faultOf(pair + "server.pem", file.fileName().toStdString());
        QVERIFY(fault.ofKey);
        QCOMPARE(fault.what, std::string{"is not the certificate's key"});
    }
};

VERDESK_TEST(CertificateTest)
#include "certificate_test.moc"
