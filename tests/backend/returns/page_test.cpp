#include "backend/returns/page.h"

#include "crypto/digest.h"
#include "tests/support/registry.h"

#include <QTest>

#include <set>

using namespace verdesk;
using namespace verdesk::backend::returns;

namespace {

std::string header(const http::Response& response, const std::string& name) {
    for (const auto& [each, value] : response.headers) {
        if (each == name) {
            return value;
        }
    }
    return {};
}

}  // namespace

class ReturnPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLanguage_hasAPageOfItsOwn() {
        std::set<std::string> bodies;
        for (const auto& language : languages()) {
            const auto page = answer(Page::done, language);
            QCOMPARE(page.status, 200);
            QCOMPARE(header(page, "Content-Language"), language);
            QVERIFY(page.body.find("<html lang=\"" + language + "\"") != std::string::npos);
            QVERIFY2(QString::fromStdString(page.body).indexOf(QChar::ReplacementCharacter) < 0, language.c_str());
            bodies.insert(page.body);
            bodies.insert(answer(Page::wait, language).body);
        }
        QCOMPARE(bodies.size(), 2 * languages().size());
        for (const auto* planned : {"en", "de", "fr", "es", "it", "ar", "ka", "sw"}) {
            QCOMPARE(header(answer(Page::done, planned), "Content-Language"), std::string{planned});
            QCOMPARE(preferred(planned), std::string{planned});
        }
        QVERIFY(answer(Page::done, "ar").body.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
        QVERIFY(answer(Page::done, "ka").body.find("dir=") == std::string::npos);
        QCOMPARE(answer(Page::done, "xx").body, answer(Page::done, "en").body);
        QVERIFY(answer(Page::done, "de").body.find("Sie können diese Seite schließen.") != std::string::npos);
    }

    void page_hasNoScriptAndMayDoNothing() {
        const auto page = answer(Page::done, "en");
        for (const auto* no : {"<script", "onload", "href", "src=", "<form", "<img", "http"}) {
            QVERIFY2(page.body.find(no) == std::string::npos, no);
        }
        const auto policy = header(page, "Content-Security-Policy");
        QVERIFY(policy.starts_with("default-src 'none'; style-src 'sha256-"));
        const auto from = page.body.find("<style>") + 7;
        const auto style = page.body.substr(from, page.body.find("</style>") - from);
        QVERIFY(policy.find(crypto::toBase64(crypto::sha256(crypto::viewOf(style)))) != std::string::npos);
        QVERIFY(policy.find("frame-ancestors 'none'") != std::string::npos);
        QCOMPARE(header(page, "Referrer-Policy"), std::string{"no-referrer"});
        QCOMPARE(header(page, "Cache-Control"), std::string{"no-store"});
        QCOMPARE(header(page, "X-Content-Type-Options"), std::string{"nosniff"});
    }

    void preferred_isTheFirstThatWeHave() {
        QCOMPARE(preferred(""), std::string{"en"});
        QCOMPARE(preferred("de"), std::string{"de"});
        QCOMPARE(preferred("de-AT,de;q=0.9,en;q=0.8"), std::string{"de"});
        QCOMPARE(preferred("tlh, fr;q=0.5"), std::string{"fr"});
        QCOMPARE(preferred(",,;;q=,  it"), std::string{"it"});
        QCOMPARE(preferred(std::string(10'000, ',')), std::string{"en"});
    }
};

VERDESK_TEST(ReturnPageTest)
#include "page_test.moc"
