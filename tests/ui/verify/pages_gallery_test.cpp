// Every page in every state and look, as pictures. Fails where a text is cut off.

#include "desk/evidence_box.h"
#include "tests/support/registry.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/fitting.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/verify/samples.h"
#include "tests/ui/verify/support/fake_widgets.h"
#include "ui/parts/spinner.h"
#include "ui/verify/new_check_page.h"
#include "ui/verify/verify_area.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

#include <memory>

using namespace verdesk;
using namespace verdesk::ui;
using verdesk::test::Look;
using verdesk::test::looks;

namespace {

test::FakeWidgets widgets;

// Room that the window around takes: top bar and navigation at 100% text.
constexpr int chromeWidth = 216;
constexpr int chromeHeight = 56;

struct Scene {
    QString name;
    std::function<void(VerifyArea&)> stage;
    bool mayScroll = false;  // with several banners the cards, which cannot be used then, may slide down
};

Scene sceneOf(const char* name, desk::Check check) {
    return {QString::fromLatin1(name), [check = std::move(check)](VerifyArea& area) { area.showCheck(check); }};
}

void fill(VerifyArea& area) {
    area.findChild<QLineEdit*>(QStringLiteral("referenceField"))->setText(QStringLiteral("C-2231-884"));
    area.findChild<QComboBox*>(QStringLiteral("purposeBox"))->setCurrentIndex(0);
    area.findChild<QCheckBox*>(QStringLiteral("consentBox"))->setChecked(true);
    area.findChild<QCheckBox*>(QStringLiteral("attestationBox"))->setChecked(true);
}

// An invented identity card, drawn.
QByteArray card(bool front) {
    QImage image{856, 540, QImage::Format_RGB32};
    image.fill(QColor{0xD8, 0xE4, 0xEE});
    QPainter painter{&image};
    painter.fillRect(front ? QRect{50, 130, 220, 290} : QRect{50, 360, 750, 130}, QColor{0x8F, 0xA5, 0xB8});
    for (int line = 0; line < (front ? 5 : 3); ++line) {
        painter.fillRect(QRect{front ? 320 : 50, 140 + 60 * line, 420 - 50 * (line % 3), 22}, QColor{0x5A, 0x6B, 0x7C});
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

desk::EvidenceBox& evidence() {
    static desk::EvidenceBox box{
        [](const std::string& id, QObject*, const std::function<void(desk::Answer<QByteArray>)>& then) {
            then(card(id == "e1"));
        }};
    return box;
}

desk::Check documentsCheck() {
    namespace name = claims::name;
    auto check = test::sampleCheck(desk::Page::summary);
    auto& v = *check.verification;
    v.provider = "Authenteq";
    v.verdict = claims::Verdict::review;
    v.reasons = {{"contradicted", "document_issuer_accepted"}};
    const auto claim = [](std::string_view claimed, claims::Value value) {
        return claims::Claim{std::string{claimed}, std::move(value), claims::Status::proven, {}, nullptr};
    };
    v.claims = {claim(name::givenNames, claims::Text{"Erika"}),
                claim(name::surname, claims::Text{"Muster"}),
                claim(name::dateOfBirth, claims::Date{"1990-08-12"}),
                claim(name::age, claims::Text{"36"}),
                claim(name::minimumAgeReached, claims::Flag{true}),
                claim(name::documentNumber, claims::Text{"L01X00T47"}),
                claim(name::documentIssuer, claims::Text{"DEU"}),
                claim(name::issuerAccepted, claims::Flag{false}),
                claim(name::documentExpiry, claims::Date{"2031-05-12"}),
                claim(name::documentFront, claims::Document{"e1", "image/png"}),
                claim(name::documentBack, claims::Document{"e2", "image/png"}),
                claim(name::document, claims::Document{"", ""})};
    return check;
}

std::vector<Scene> scenes() {
    std::vector<Scene> all{
        {QStringLiteral("new-check-empty"), [](VerifyArea& area) { area.showNewCheck(); }},
        {QStringLiteral("new-check"), fill},
        {QStringLiteral("new-check-news"),
         [](VerifyArea& area) {
             fill(area);
             area.newCheckPage()->setNews(QStringLiteral("C-2231-884"), {test::sampleCase(), {test::sampleCase()}});
         },
         true},
        {QStringLiteral("new-check-unknown"),
         [](VerifyArea& area) {
             auto context = area.context();
             context.flows[3].needsKnown = true;
             area.setContext(context);
             fill(area);
             area.newCheckPage()->setNews(QStringLiteral("C-2231-884"), {{}, {}, std::vector<std::string>{}});
         }},
        {QStringLiteral("new-check-in-case"), [](VerifyArea& area) { area.showNewCheck(test::sampleCase()); }},
        {QStringLiteral("qr-several"),
         [](VerifyArea& area) {
             static const auto one = test::sampleCheck(desk::Page::qr, 1);
             static auto two = test::sampleCheck(desk::Page::token, 2);
             static auto three = test::sampleCheck(desk::Page::summary, 3);
             two.reference = "C-1180-374";
             three.reference = "C-0911-102";
             area.showCheck(one);
             area.setRunning({&one, &two, &three});
         }},
    };
    all.push_back(sceneOf("requesting", test::sampleCheck(desk::Page::requesting)));
    all.push_back(sceneOf("qr", test::sampleCheck(desk::Page::qr)));
    auto offline = test::sampleCheck(desk::Page::qr);
    offline.offline = true;
    offline.deadline = QDeadlineTimer{45000};
    all.push_back(sceneOf("qr-offline", offline));
    all.push_back(sceneOf("token", test::sampleCheck(desk::Page::token)));
    auto refused = test::sampleCheck(desk::Page::token);
    refused.problem.emplace();
    refused.problem->kind = desk::CallError::Kind::refused;
    refused.problem->problem = {409, "token-under-way", {}, {}, {}};
    all.push_back({QStringLiteral("token-refused"), [refused](VerifyArea& area) {
                       area.showCheck(refused);
                       area.giveToken(refused.id, QStringLiteral("PASSID-AB3X-7YQM-K9PQ-3MNX"));
                   }});
    all.push_back({QStringLiteral("widget"), [](VerifyArea& area) {
                       area.showCheck(test::sampleCheck(desk::Page::browser));
                       Q_EMIT widgets.last()->whereChanged(QStringLiteral("https://my.passport.io"), true);
                       Q_EMIT widgets.last()->cameraChanged(DeviceState::allowed);
                   }});
    all.push_back({QStringLiteral("widget-phone"), [](VerifyArea& area) {
                       area.showCheck(test::sampleCheck(desk::Page::browser));
                       area.findChild<QAbstractButton*>(QStringLiteral("continueOnPhone"))->click();
                   }});
    all.push_back(sceneOf("widget-redirect", test::redirectCheck()));
    for (const auto* code : {"VD-W101", "VD-W102", "VD-W104", "VD-W107", "VD-W108"}) {
        all.push_back(sceneOf((std::string{"widget-"} + code).c_str(), test::troubledCheck(code)));
    }
    auto handedIn = test::sampleCheck(desk::Page::browser);
    handedIn.page = desk::Page::verifying;
    handedIn.verification->state = State::verifying;
    handedIn.since.start();
    all.push_back(sceneOf("widget-verifying", handedIn));
    all.push_back(sceneOf("form", test::formCheck()));
    auto filled = test::formCheck();
    filled.filledIn = {{"source", {"other"}}, {"explain", {"An inheritance"}}, {"papers", {"slip", "tax"}}};
    filled.problem.emplace();
    filled.problem->kind = desk::CallError::Kind::refused;
    filled.problem->problem = {400, "member-invalid", {}, {}, "answers.explain"};
    all.push_back({QStringLiteral("form-refused"), [filled](VerifyArea& area) { area.showCheck(filled); }, true});
    all.push_back({QStringLiteral("widget-participants"), [](VerifyArea& area) {
                       static const auto host = test::hostCheck(1);
                       static const auto person = test::participantCheck(2);
                       area.showCheck(person);
                       area.showCheck(host);
                       area.setRunning({&host, &person});
                       Q_EMIT widgets.last()->whereChanged(QStringLiteral("https://my.passport.io"), true);
                   }});
    all.push_back(sceneOf("verifying", test::sampleCheck(desk::Page::verifying)));
    all.push_back(sceneOf("summary-pass", test::sampleCheck(desk::Page::summary)));
    all.push_back(sceneOf("summary-review", test::reviewCheck()));
    all.push_back(sceneOf("summary-watchlist", test::watchlistCheck()));
    all.back().mayScroll = true;  // what is for support stands last
    all.push_back(sceneOf("summary-rejected", test::rejectedCheck()));
    all.push_back(sceneOf("summary-documents", documentsCheck()));
    auto covered = test::sampleCheck(desk::Page::summary);
    covered.claimsHidden = true;
    all.push_back(sceneOf("summary-covered", covered));
    all.push_back(sceneOf("declined-customer", test::declinedCheck(claims::Decline::customerDeclined)));
    all.push_back(sceneOf("declined-token-expired", test::declinedCheck(claims::Decline::tokenExpired)));
    all.push_back(sceneOf("declined-token-used", test::declinedCheck(claims::Decline::tokenAlreadyUsed)));
    all.push_back(sceneOf("declined-token-revoked", test::declinedCheck(claims::Decline::tokenRevoked)));
    all.push_back(sceneOf("declined-wrong-institution", test::declinedCheck(claims::Decline::wrongInstitution)));
    all.push_back(sceneOf("expired", test::sampleCheck(desk::Page::expired)));
    all.push_back(sceneOf("cancelled", test::sampleCheck(desk::Page::cancelled)));
    all.push_back(sceneOf("failed", test::failedCheck(Failure::providerUnreachable)));
    all.push_back(sceneOf("blocked", test::sampleCheck(desk::Page::blocked)));
    return all;
}

}  // namespace

class PagesGalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        Q_INIT_RESOURCE(verdesk_translations);
    }

    void cleanup() {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    }

    void everyPage_everyLook_fits_data() {
        QTest::addColumn<int>("look");
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<QString>("language");
        const auto all = looks();
        for (int i = 0; i < all.size(); ++i) {
            QTest::newRow(qPrintable(all[i].name + QStringLiteral(" 1366")))
                << i << QSize{1366, 768} << QStringLiteral("en");
            QTest::newRow(qPrintable(all[i].name + QStringLiteral(" 1920")))
                << i << QSize{1920, 1080} << QStringLiteral("en");
        }
        QTest::newRow("light, German") << 0 << QSize{1366, 768} << QStringLiteral("de");
        QTest::newRow("light 200, German") << 2 << QSize{1366, 768} << QStringLiteral("de");
    }
    void everyPage_everyLook_fits() {
        QFETCH(int, look);
        QFETCH(QSize, screen);
        QFETCH(QString, language);
        QLocale::setDefault(language == QStringLiteral("de") ? QLocale{QLocale::German, QLocale::Germany}
                                                             : QLocale{QLocale::English, QLocale::UnitedKingdom});
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/verdesk_%1.qm").arg(language)));
        qApp->installTranslator(&translator);
        const auto chosen = looks().at(look);
        Theme theme{*qApp, chosen.scheme};
        theme.setTextScale(chosen.textScale);
        QStringList trouble;
        for (const auto& scene : scenes()) {
            auto context = test::sampleContext();
            context.widgets = &widgets;
            context.evidence = &evidence();
            context.phone = QUrl{QStringLiteral("http://127.0.0.1:1/phone")};
            VerifyArea area;
            area.setContext(context);
            area.resize(screen.width() - chromeWidth, screen.height() - chromeHeight);
            area.show();
            QVERIFY(QTest::qWaitForWindowExposed(&area));
            scene.stage(area);
            test::settle();
            for (const auto* spinner : area.findChildren<Spinner*>()) {
                QTRY_VERIFY(!spinner->isVisible() || spinner->isSeen());
            }
            QVERIFY(test::savePicture(
                area,
                QStringLiteral("page-%1-%2-%3-%4").arg(scene.name, chosen.name).arg(screen.width()).arg(language)));
            for (const auto& line : test::cutOff(area) + test::unnamed(area)) {
                trouble << scene.name + QStringLiteral(": ") + line;
            }
            // At 100% nothing is below the fold.
            for (const auto* scroll : area.findChildren<QScrollArea*>()) {
                if (chosen.textScale == 1 && !scene.mayScroll && scroll->isVisible() &&
                    scroll->widget()->height() > scroll->viewport()->height()) {
                    trouble << QStringLiteral("%1: %2 is %3 high and has %4")
                                   .arg(scene.name, scroll->objectName())
                                   .arg(scroll->widget()->height())
                                   .arg(scroll->viewport()->height());
                }
            }
        }
        for (const auto& line : trouble) {
            qWarning("%s", qPrintable(line));
        }
        QCOMPARE(trouble.size(), 0);
    }

    void everyPage_isGoneThroughByTabAlone_data() {
        QTest::addColumn<int>("scene");
        int at = 0;
        for (const auto& scene : scenes()) {
            QTest::newRow(qPrintable(scene.name)) << at++;
        }
    }
    void everyPage_isGoneThroughByTabAlone() {
        QFETCH(int, scene);
        Theme theme{*qApp, SchemeChoice::light};
        auto context = test::sampleContext();
        context.widgets = &widgets;
        context.evidence = &evidence();
        context.phone = QUrl{QStringLiteral("http://127.0.0.1:1/phone")};
        VerifyArea area;
        area.setContext(context);
        area.resize(1366 - chromeWidth, 768 - chromeHeight);
        area.show();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        scenes().at(static_cast<std::size_t>(scene)).stage(area);
        test::settle();
        const auto missed = test::unreachedByTab(area);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
    }
};

VERDESK_TEST(PagesGalleryTest)
#include "pages_gallery_test.moc"
