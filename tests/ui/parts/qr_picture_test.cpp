#include "ui/parts/qr_picture.h"

#include "tests/support/registry.h"
#include "tests/ui/support/read_qr.h"
#include "ui/parts/card.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

using namespace verdesk::ui;
using verdesk::test::readQrCodes;

namespace {

const QByteArray deepLink{"passid://verify-request?r=req_7a41c9d2&i=Harbour%20Bank"};

bool isBlack(const QImage& image, int x, int y) {
    return image.pixelColor(x, y) == qrDark();
}

}  // namespace

class QrPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void painted_inWindow_isReadAndEqualsPayload_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("offset");
        QTest::newRow("light") << false << 0;
        QTest::newRow("light, odd corner") << false << 13;
        QTest::newRow("dark") << true << 0;
        QTest::newRow("dark, odd corner") << true << 7;
    }
    void painted_inWindow_isReadAndEqualsPayload() {
        QFETCH(bool, dark);
        QFETCH(int, offset);
        Theme theme{*qApp, dark ? SchemeChoice::dark : SchemeChoice::light};
        Card card;
        QrPicture picture{&card};
        card.body()->setContentsMargins(24 + offset, 24 + offset, 24, 24);
        card.body()->addWidget(&picture);
        QVERIFY(picture.setPayload(deepLink, QStringLiteral("Code")));
        card.resize(460, 430);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));

        const auto grabbed = card.grab().toImage();

        const auto wanted = qEnvironmentVariable("VERDESK_EXPECT_RATIO", QStringLiteral("1")).toDouble();
        QCOMPARE(grabbed.devicePixelRatio(), wanted);
        QCOMPARE(readQrCodes(grabbed), QStringList{QString::fromUtf8(deepLink)});
    }

    void painted_anyRatio_hasWholeModulesAndQuietZone() {
        Theme theme{*qApp, SchemeChoice::dark};
        QWidget window;
        QrPicture picture{&window};
        picture.setGeometry(11, 17, 331, 329);
        picture.setPayload(deepLink, QStringLiteral("Code"));
        window.resize(360, 360);
        const auto image = window.grab().toImage();
        const auto painted = picture.paintedRect();
        const int across = picture.modules() + 2 * metrics::qrQuietZone;

        QCOMPARE(painted.width() % across, 0);
        QVERIFY(painted.width() >= 290 * image.devicePixelRatio());
        const int module = painted.width() / across;
        const auto expected = qrModules(deepLink);
        for (int y = 0; y < across; ++y) {
            for (int x = 0; x < across; ++x) {
                const int mx = x - metrics::qrQuietZone;
                const int my = y - metrics::qrQuietZone;
                const bool inside = expected.rect().contains(mx, my);
                const bool dark = inside && expected.pixelColor(mx, my) == qrDark();
                const int left = painted.left() + x * module;
                const int top = painted.top() + y * module;
                QCOMPARE(isBlack(image, left, top), dark);
                QCOMPARE(isBlack(image, left + module - 1, top + module - 1), dark);
            }
        }
    }

    void setPayload_tooLong_isRefusedAndShowsNothing() {
        Theme theme{*qApp, SchemeChoice::light};
        QrPicture picture;
        QVERIFY(!picture.setPayload(QByteArray(5000, 'x'), QStringLiteral("Code")));
        QCOMPARE(picture.modules(), 0);
    }

    void payload_givenBytes_goesInVerbatim() {
        Theme theme{*qApp, SchemeChoice::light};
        for (const auto& payload : {QByteArray{"HTTPS://EXAMPLE.TEST/A-1"}, QByteArray{"0123456789"},
                                    QByteArray{"https://e.test/?q=a&b=%20#f"}}) {
            QrPicture picture;
            picture.resize(360, 360);
            QVERIFY(picture.setPayload(payload, QStringLiteral("Code")));
            QCOMPARE(readQrCodes(picture.grab().toImage()), QStringList{QString::fromUtf8(payload)});
        }
    }
};

VERDESK_TEST(QrPictureTest)
#include "qr_picture_test.moc"
