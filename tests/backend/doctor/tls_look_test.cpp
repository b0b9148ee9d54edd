// A look at a listener of our own, whose certificate nobody knows but its file.
#include "backend/doctor/tls_look.h"
#include "tests/http/fixture.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QTest>

using namespace verdesk;
using namespace verdesk::backend::doctor;

namespace {

constexpr const char* certificate = VERDESK_TLS_DATA "/server.pem";

http::Options withTls() {
    auto options = http::test::options();
    options.tls = http::Tls{certificate, VERDESK_TLS_DATA "/server.key"};
    return options;
}

std::string contentsOf(const char* path) {
    QFile file{QString::fromUtf8(path)};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

}  // namespace

class TlsLookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void certificate_isTrustedByTheFile_andByTheText() {
        http::test::Fixture server{{}, withTls()};
        const auto origin = server.server().origin();
        for (const auto& way : {TlsWay{{}, certificate, {}}, TlsWay{{}, {}, contentsOf(certificate)}}) {
            const auto look = lookAt(origin, way);
            QVERIFY2(look.trusted && look.reached, look.why.c_str());
            QVERIFY(look.until == instantFrom("2126-10-27T09:30:00Z"));
        }
    }

    void certificateOfNobody_isNotTrusted_andItsEndIsTold() {
        http::test::Fixture server{{}, withTls()};
        const auto look = lookAt(server.server().origin(), {});
        QVERIFY(look.reached && !look.trusted);
        QVERIFY(!look.why.empty());
        QVERIFY(look.until == instantFrom("2126-10-27T09:30:00Z"));
    }

    void whoDoesNotSpeakTls_isNotReached() {
        http::test::Fixture server{{}};
        auto origin = server.server().origin();
        origin.replace(0, 4, "https");
        const auto look = lookAt(origin, {});
        QVERIFY(!look.reached && !look.trusted && !look.why.empty());
        QVERIFY(!look.until);
    }

    void proxyThatIsNotThere_isWhatIsNotReached() {
        http::test::Fixture server{{}, withTls()};
        const auto look = lookAt(server.server().origin(), {"http://127.0.0.1:9", certificate, {}});
        QVERIFY(!look.reached && !look.why.empty());
    }
};

VERDESK_TEST(TlsLookTest)
#include "tls_look_test.moc"
