#include "crypto/rsa.h"

#include "tests/support/registry.h"

#include <QFile>
#include <QTest>

using namespace verdesk::crypto;

namespace {

std::string contentsOf(const char* name) {
    QFile file{QStringLiteral(VERDESK_TEST_DATA "/data/") + QString::fromUtf8(name)};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

Secret privateKey() {
    return Secret{contentsOf("rsa_private.pem")};
}

}  // namespace

class RsaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Made by crypto.privateEncrypt of Node 18 with the same key.
    void privateEncrypt_isWhatOthersMake() {
        const auto encrypted = rsaPrivateEncrypt(privateKey(), viewOf(R"({"verification":"0196-v"})"));
        QVERIFY(encrypted.has_value());
        QCOMPARE(toBase64(*encrypted),
                 std::string{"DRDmwmIbub3miMbCqNOEItiWjNL2xwYyZPvDhBoS4I7Xtzs5lcM0lAH0rULQQet+FP6gEkeUCMYe5b1C6VRkq7XS"
                             "sSPcyaUcP+hZt6dQcqtS6bCBrSVDw30nnx/o1h98/uDCByURpUD4bTgEiP1DsCHmJvOyVBf9ZB0WOMTDWqCNKwvP"
                             "tVJjWTlX3jD/Bnq5abnpF6mnCZnguJGVSpcvRYusfEVAPPu0gOGQzFE5dxqsrXK7PKULwDXR6d+PLyCsI1RMXfUc"
                             "uKQTLT2Yb9yj++RC19cWN7SphVid8/Q8yIErZK5TX2R3Mb36RVeKcM8GQtyhveGuzyVkvKGTbDFabA=="});
    }

    void publicDecrypt_readsWhatThePrivateKeyWrote() {
        const auto publicKey = contentsOf("rsa_public.pem");
        const std::string full(245, 'x');
        auto encrypted = rsaPrivateEncrypt(privateKey(), viewOf(full)).value_or(Bytes{});
        QCOMPARE(textOf(rsaPublicDecrypt(publicKey, encrypted).value_or(Bytes{})), full);
        encrypted[7] ^= 1;
        QVERIFY(!rsaPublicDecrypt(publicKey, encrypted));
        QVERIFY(!rsaPublicDecrypt(publicKey, viewOf("short")));
        QVERIFY(!rsaPublicDecrypt("no key", encrypted));
    }

    void room_isWhatFits() {
        QCOMPARE(rsaRoom(privateKey()).value_or(0), std::size_t{245});
        QVERIFY(rsaPrivateEncrypt(privateKey(), viewOf(std::string(245, 'x'))));
        QVERIFY(!rsaPrivateEncrypt(privateKey(), viewOf(std::string(246, 'x'))));
    }

    void whatIsNoPrivateRsaKey_isNone_andNobodyIsAskedForAPassword() {
        for (const auto* name : {"rsa_public.pem", "rsa_with_password.pem", "no_rsa.pem", "nothing.pem"}) {
            const Secret key{contentsOf(name)};
            QVERIFY2(!rsaRoom(key), name);
            QVERIFY2(!rsaPrivateEncrypt(key, viewOf("x")), name);
        }
    }
};

VERDESK_TEST(RsaTest)
#include "rsa_test.moc"
