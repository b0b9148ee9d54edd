#include "backend/auth/password_rules.h"
#include "tests/support/registry.h"

#include <QTest>

#include <set>

using namespace verdesk;
using namespace verdesk::backend;

class PasswordRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whyUnfit_data() {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("fit");
        QTest::newRow("eleven characters") << QStringLiteral("kahw4tr-n7q") << false;
        QTest::newRow("twelve characters") << QStringLiteral("kahw4tr-n7qm") << true;
        QTest::newRow("twelve characters of two bytes") << QStringLiteral("äöüßäöüßäöüß") << true;
        QTest::newRow("eleven characters of two bytes") << QStringLiteral("äöüßäöüßäöü") << false;
        QTest::newRow("small letters alone will do") << QStringLiteral("four plain short words") << true;
        QTest::newRow("everybody's") << QStringLiteral("Password1234") << false;
        QTest::newRow("one character") << QStringLiteral("kkkkkkkkkkkkkkkk") << false;
        QTest::newRow("the name and a year") << QStringLiteral("a.okonkwo-2026") << false;
        QTest::newRow("a long one with the name in it") << QStringLiteral("why a.okonkwo went to sea") << true;
        QTest::newRow("too long") << QString(300, QLatin1Char('x')).append(QLatin1Char('y')) << false;
    }
    void whyUnfit() {
        QFETCH(QString, password);
        QFETCH(bool, fit);
        const auto why = backend::whyUnfit(crypto::Secret{password.toStdString()}, "a.okonkwo");
        QCOMPARE(!why.has_value(), fit);
        QVERIFY(!why || why->find(password.toStdString()) == std::string::npos);
    }

    void makePassword_isFit_andNeverTheSame() {
        std::set<std::string> seen;
        for (int i = 0; i < 50; ++i) {
            const auto password = makePassword();
            QVERIFY(!backend::whyUnfit(password, "teller"));
            QVERIFY(seen.insert(std::string{password.reveal()}).second);
        }
    }
};

VERDESK_TEST(PasswordRulesTest)
#include "password_rules_test.moc"
