#include "crypto/bytes.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::crypto;

class BytesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 4648 section 10.
    void base64_publishedVectors_data() {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray{} << QByteArray{};
        QTest::newRow("f") << QByteArray{"f"} << QByteArray{"Zg=="};
        QTest::newRow("fo") << QByteArray{"fo"} << QByteArray{"Zm8="};
        QTest::newRow("foo") << QByteArray{"foo"} << QByteArray{"Zm9v"};
        QTest::newRow("foob") << QByteArray{"foob"} << QByteArray{"Zm9vYg=="};
        QTest::newRow("fooba") << QByteArray{"fooba"} << QByteArray{"Zm9vYmE="};
        QTest::newRow("foobar") << QByteArray{"foobar"} << QByteArray{"Zm9vYmFy"};
    }
    void base64_publishedVectors() {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, text);
        QCOMPARE(toBase64(viewOf(plain.toStdString())), text.toStdString());
        const auto back = fromBase64(text.toStdString());
        QVERIFY(back.has_value());
        QCOMPARE(textOf(*back), plain.toStdString());
    }

    void base64_everythingButItsOneForm_isRefused_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "=", "====", "A===", "Zm9v\n", " Zm9v", "Zm 9v", "Zm-v",
                                 "Zg==Zg==", "Zh==", "Zm9=", "Z=g="}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void base64_everythingButItsOneForm_isRefused() {
        QFETCH(QString, text);
        QVERIFY(!fromBase64(text.toStdString()).has_value());
    }

    void everyByte_comesBack() {
        Bytes all(256);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = static_cast<std::uint8_t>(i);
        }
        QCOMPARE(*fromBase64(toBase64(all)), all);
        QCOMPARE(*fromHex(toHex(all)), all);
        QCOMPARE(toBase64Url(Bytes{0xfb, 0xff, 0xfe, 0xff}), std::string{"-__-_w"});
    }

    void hex_takesEitherCase_andNothingElse() {
        QCOMPARE(*fromHex("00fFaB"), (Bytes{0x00, 0xff, 0xab}));
        QCOMPARE(*fromHex(""), Bytes{});
        QVERIFY(!fromHex("0"));
        QVERIFY(!fromHex("0g"));
        QVERIFY(!fromHex("0x00"));
        QVERIFY(!fromHex("00 0"));
    }
};

VERDESK_TEST(BytesTest)
#include "bytes_test.moc"
