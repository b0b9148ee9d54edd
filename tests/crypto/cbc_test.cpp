#include "crypto/cbc.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::crypto;

namespace {

CbcVector counting() {
    CbcVector vector{};
    for (std::size_t i = 0; i < vector.size(); ++i) {
        vector[i] = static_cast<std::uint8_t>(i);
    }
    return vector;
}

}  // namespace

class CbcTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // NIST SP 800-38A, F.2.5; our padding stands behind it.
    void encrypt_publishedVector() {
        const auto key = *Key::from(*fromHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"));
        const auto plain = *fromHex(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
            "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
        const auto encrypted = encryptCbc(key, counting(), plain);
        QCOMPARE(toHex(encrypted).substr(0, 160),
                 std::string{"000102030405060708090a0b0c0d0e0f"
                             "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                             "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b"});
        QCOMPARE(encrypted.size(), std::size_t{96});
        QVERIFY(decryptCbc(key, encrypted) == plain);
    }

    void decrypt_givesBackEveryLength() {
        const auto key = Key::random();
        for (const std::size_t size : {0, 1, 15, 16, 17, 4000}) {
            const Bytes plain(size, 'a');
            const auto encrypted = encryptCbc(key, counting(), plain);
            QVERIFY(encrypted.size() % 16 == 0 && encrypted.size() > plain.size() + 16);
            QVERIFY(decryptCbc(key, encrypted) == plain);
        }
    }

    void decrypt_refusesWrongLengthAndPadding() {
        const auto key = Key::random();
        const auto encrypted = encryptCbc(key, counting(), viewOf("{\"event\":\"x\"}"));
        for (std::size_t size = 0; size < encrypted.size(); ++size) {
            QVERIFY(!decryptCbc(key, ByteView{encrypted}.first(size)));
        }
        auto padding = encrypted;
        padding[15] ^= 0x40;  // of the vector: the last byte of the only block, which says how long the padding is
        QVERIFY(!decryptCbc(key, padding));
    }
};

VERDESK_TEST(CbcTest)
#include "cbc_test.moc"
