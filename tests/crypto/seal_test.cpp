#include "crypto/seal.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::crypto;

namespace {

Bytes bytes(const char* hex) {
    return *fromHex(hex);
}

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const auto& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace

class SealTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, as NIST received it: cases 13, 14 and 16.
    void open_publishedVectors() {
        const auto zero = *Key::from(Bytes(32));
        const Bytes zeroNonce(12);
        const auto empty = open(zero, joined({zeroNonce, bytes("530f8afbc74536b9a963b4f1c4cb738b")}), "");
        QVERIFY(empty && empty->empty());
        const auto block = open(
            zero,
            joined({zeroNonce, bytes("cea7403d4d606b6e074ec5d3baf39d18"), bytes("d0d1c8a799996bf0265b98b5d48ab919")}),
            "");
        QCOMPARE(block.value_or(Bytes{}), Bytes(16));

        const auto key = *Key::from(bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
        const auto sealed = joined(
            {bytes("cafebabefacedbaddecaf888"),
             bytes("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828"
                   "838c5f61e6393ba7a0abcc9f662"),
             bytes("76fc6ece0f4e1768cddf8853bb2d551b")});
        const auto associated = textOf(bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        QCOMPARE(
            open(key, sealed, associated).value_or(Bytes{}),
            bytes("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                  "b16aedf5aa0de657ba637b39"));
    }

    void seal_opensOnlyInItsPlace() {
        const auto key = Key::random();
        for (const std::string_view plain : {"", "x", "a birth date"}) {
            const auto sealed = seal(key, viewOf(plain), "cases|claims|7");
            QCOMPARE(sealed.size(), plain.size() + 28);
            const auto opened = open(key, sealed, "cases|claims|7");
            QVERIFY(opened.has_value());
            QCOMPARE(textOf(*opened), std::string{plain});
            QVERIFY(!open(key, sealed, "cases|claims|8"));
            QVERIFY(!open(Key::random(), sealed, "cases|claims|7"));
        }
        QVERIFY(seal(key, viewOf("x"), "") != seal(key, viewOf("x"), ""));
    }

    void open_anyChangedBit_isNothing() {
        const auto key = Key::random();
        const auto sealed = seal(key, viewOf("three"), "place");
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
            auto bent = sealed;
            bent[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
            QVERIFY(!open(key, bent, "place"));
        }
        for (std::size_t size = 0; size < sealed.size(); ++size) {
            QVERIFY(!open(key, ByteView{sealed}.first(size), "place"));
        }
    }

    void key_hasThirtyTwoBytes_andDerivesOthers() {
        QVERIFY(!Key::from(Bytes(31)));
        QVERIFY(!Key::from(Bytes(33)));
        const auto key = *Key::from(Bytes(32, 7));
        QCOMPARE(toHex(key.derive("search").bytes()), toHex(key.derive("search").bytes()));
        QVERIFY(toHex(key.derive("search").bytes()) != toHex(key.derive("seal").bytes()));
        QVERIFY(toHex(key.derive("search").bytes()) != toHex(key.bytes()));
    }
};

VERDESK_TEST(SealTest)
#include "seal_test.moc"
