#include "ui/verify/new_check_page.h"

#include "tests/support/registry.h"
#include "tests/ui/verify/samples.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

class NewCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        page_ = std::make_unique<NewCheckPage>();
        page_->setContext(test::sampleContext());
        page_->resize(1150, 712);
        page_->show();
        QVERIFY(QTest::qWaitForWindowActive(page_.get()));
        connect(page_.get(), &NewCheckPage::startRequested, this,
                [this](const OpenCase& form, const std::string& flow, LaunchKind launch) {
                    started_.push_back({form, flow, launch});
                });
    }
    void cleanup() {
        page_.reset();
        theme_.reset();
        started_.clear();
    }

    void wholeForm_byKeyboardAlone_startsTheCheck() {
        page_->firstFocus()->setFocus();
        type("C-2231-884");
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("purposeBox"));
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("languageBox"));
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("consentBox"));
        press(Qt::Key_Space);
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("attestationBox"));
        press(Qt::Key_Space);
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("flowCard.passid.qr"));
        press(Qt::Key_Return);

        QCOMPARE(started_.size(), 1U);
        QCOMPARE(started_[0].form.reference, std::string{"C-2231-884"});
        QCOMPARE(started_[0].form.purpose, std::string{"account_opening"});
        QCOMPARE(started_[0].form.consentVersion, std::string{"2026-01"});
        QCOMPARE(started_[0].form.attestationVersion, std::string{"2026-01"});
        QCOMPARE(started_[0].flow, std::string{"passid"});
        QCOMPARE(started_[0].launch, LaunchKind::qr);
    }

    void numberKey_startsThatCard() {
        fill();
        press(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(started_.size(), 1U);
        QCOMPARE(started_[0].launch, LaunchKind::token);
        press(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(started_[1].flow, std::string{"passid_identity"});
    }

    void controlEnter_startsTheLastOneAgain() {
        fill();
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(started_.size(), 0U);  // there is no last one yet
        press(Qt::Key_4, Qt::AltModifier);
        page_->clear();
        fill();
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(started_.size(), 2U);
        QCOMPARE(started_[1].flow, std::string{"passid_identity"});
        QCOMPARE(started_[1].launch, LaunchKind::token);
    }

    void card_whileSomethingIsMissing_movesThereAndSaysSo_data() {
        QTest::addColumn<QString>("leftOut");
        QTest::newRow("reference") << QStringLiteral("referenceField");
        QTest::newRow("purpose") << QStringLiteral("purposeBox");
        QTest::newRow("consent") << QStringLiteral("consentBox");
        QTest::newRow("attestation") << QStringLiteral("attestationBox");
    }
    void card_whileSomethingIsMissing_movesThereAndSaysSo() {
        QFETCH(QString, leftOut);
        fill(leftOut);
        auto* card = find<QWidget>("flowCard.passid.qr");
        QVERIFY(card->isEnabled());
        QTest::mouseClick(card, Qt::LeftButton);
        QCOMPARE(started_.size(), 0U);
        QCOMPARE(focusName(), leftOut);
        QVERIFY(!find<QLabel>("missingText")->text().isEmpty());
        QCOMPARE(card->toolTip(), find<QLabel>("missingText")->text());
    }

    void reference_ofAnotherShape_isSaidWithTheExample_afterLeaving() {
        auto* field = find<QLineEdit>("referenceField");
        field->setFocus();
        type("C-22");
        QVERIFY(find<QLabel>("referenceFieldError")->isHidden());
        press(Qt::Key_Tab);
        QVERIFY(!find<QLabel>("referenceFieldError")->isHidden());
        QVERIFY(find<QLabel>("referenceFieldError")->text().contains(QStringLiteral("C-2231-884")));
        field->setFocus();
        field->setText({});
        type("C-2231-884");
        QVERIFY(find<QLabel>("referenceFieldError")->isHidden());
    }

    void reference_right_isAskedForOnce() {
        QSignalSpy entered{page_.get(), &NewCheckPage::referenceEntered};
        find<QLineEdit>("referenceField")->setFocus();
        type(" C-2231-884 ");
        press(Qt::Key_Tab);
        QTRY_COMPARE(entered.count(), 1);
        QCOMPARE(entered.front().front().toString(), QStringLiteral("C-2231-884"));
        find<QLineEdit>("referenceField")->setFocus();
        press(Qt::Key_Tab);
        QCoreApplication::processEvents();
        QCOMPARE(entered.count(), 1);
    }

    void openCase_isOffered_andNoSecondIsStarted() {
        fill();
        page_->setNews(QStringLiteral("C-2231-884"), {test::sampleCase(), {}});
        QSignalSpy continued{page_.get(), &NewCheckPage::continueCase};
        QVERIFY(find<QWidget>("openCaseBanner")->isVisible());
        press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(started_.size(), 0U);
        press(Qt::Key_C, Qt::AltModifier);
        QCOMPARE(continued.count(), 1);
    }

    void news_aboutAnotherReference_isDropped() {
        fill();
        page_->setNews(QStringLiteral("C-0000-000"), {test::sampleCase(), {test::sampleCase()}});
        QVERIFY(!find<QWidget>("openCaseBanner")->isVisible());
        QVERIFY(!find<QWidget>("earlierBlockedBanner")->isVisible());
    }

    void news_isForgotten_whenTheReferenceChanges() {
        fill();
        page_->setNews(QStringLiteral("C-2231-884"), {{}, {test::sampleCase()}});
        QVERIFY(find<QWidget>("earlierBlockedBanner")->isVisible());
        find<QLineEdit>("referenceField")->setFocus();
        press(Qt::Key_Backspace);
        QVERIFY(!find<QWidget>("earlierBlockedBanner")->isVisible());
    }

    void setCase_showsItsData_andStartsInIt() {
        page_->setCase(test::sampleCase());
        QVERIFY(!find<QLineEdit>("referenceField")->isVisible());
        QVERIFY(find<QLabel>("openCaseText")->text().contains(QStringLiteral("K7-204")));
        int inCase = 0;
        connect(page_.get(), &NewCheckPage::startInCaseRequested, this,
                [&inCase](const CaseSummary& open, const std::string&, LaunchKind) {
                    inCase += open.number == "K7-204" ? 1 : 0;
                });
        press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(inCase, 1);
        QCOMPARE(started_.size(), 0U);
    }

    void otherLanguage_isAnotherText_andHasToBeReadAgain() {
        fill();
        const auto before = find<QCheckBox>("consentBox")->text();
        auto* box = find<QComboBox>("languageBox");
        box->setCurrentIndex(1 - box->currentIndex());
        QVERIFY(find<QCheckBox>("consentBox")->text() != before);
        QVERIFY(!find<QCheckBox>("consentBox")->isChecked());
    }

    void setContext_again_keepsWhatWasTyped() {
        fill();
        auto context = test::sampleContext();
        context.flows[0].answering = Answering::down;
        page_->setContext(context);
        QCOMPARE(find<QLineEdit>("referenceField")->text(), QStringLiteral("C-2231-884"));
        QCOMPARE(find<QComboBox>("purposeBox")->currentIndex(), 1);
        press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(started_.size(), 1U);
    }

    void accountDown_offersTheFallback_withWhatWasTyped() {
        fill();
        page_->setProblem(QStringLiteral("The provider does not answer."), "passport");
        auto* fallback = find<QAbstractButton>("useFallback");
        QVERIFY(fallback->isVisible());
        QCOMPARE(fallback->text(), QStringLiteral("Use PASSID: identity and sanctions instead"));
        fallback->click();
        QCOMPARE(started_.size(), 1U);
        QCOMPARE(started_[0].flow, std::string{"passid_identity"});
        QCOMPARE(started_[0].form.reference, std::string{"C-2231-884"});
    }

    void problem_withoutAFallback_offersNone() {
        page_->setProblem(QStringLiteral("This check is not offered any more."), "passid");
        QVERIFY(!find<QAbstractButton>("useFallback")->isVisible());
    }

    void withoutAView_cardsOfWidgetsSaySo() {
        const auto* card = find<QAbstractButton>("flowCard.passport.widget");
        QVERIFY(card->accessibleDescription().contains(QStringLiteral("Not at this counter")));
        QVERIFY(!find<QAbstractButton>("flowCard.passid.qr")
                     ->accessibleDescription()
                     .contains(QStringLiteral("Not at this counter")));
    }

    void flowForKnownCustomers_isOfferedToThemAlone_data() {
        using Accounts = std::optional<std::vector<std::string>>;
        QTest::addColumn<Accounts>("knownAt");
        QTest::addColumn<bool>("inCase");
        QTest::addColumn<QString>("words");
        const auto rows = [](const char* name, const Accounts& accounts, const char* words) {
            QTest::newRow(name) << accounts << false << QString::fromLatin1(words);
            QTest::newRow((std::string{name} + ", in a case").c_str())
                << accounts << true << QString::fromLatin1(words);
        };
        rows("known there", std::vector<std::string>{"other", "authenteq_live"}, "");
        rows("known elsewhere", std::vector<std::string>{"other"}, "does not know them");
        rows("known nowhere", std::vector<std::string>{}, "does not know them");
        rows("not found out", std::nullopt, "not been found out");
    }
    void flowForKnownCustomers_isOfferedToThemAlone() {
        QFETCH(std::optional<std::vector<std::string>>, knownAt);
        QFETCH(bool, inCase);
        QFETCH(QString, words);
        auto context = test::sampleContext();
        context.flows[3].needsKnown = true;
        context.flows[3].account = "authenteq_live";
        page_->setContext(context);
        int startedInCase = 0;
        connect(page_.get(), &NewCheckPage::startInCaseRequested, this, [&startedInCase] { ++startedInCase; });
        if (inCase) {
            page_->setCase(test::sampleCase());
            page_->setKnownAt(CaseId{"another"}, {"authenteq_live"});  // too late: that case is left
            if (knownAt) {
                page_->setKnownAt(test::sampleCase().id, *knownAt);
            }
        } else {
            fill();
            page_->setNews(QStringLiteral("C-2231-884"), {{}, {}, knownAt});
        }
        auto* card = find<QAbstractButton>("flowCard.authenteq.redirect");
        QVERIFY2(card->toolTip().contains(words), qPrintable(card->toolTip()));
        QVERIFY(card->accessibleDescription().contains(card->toolTip()));
        card->click();
        QCOMPARE(static_cast<int>(started_.size()) + startedInCase, words.isEmpty() ? 1 : 0);
        find<QAbstractButton>("flowCard.passid.qr")->click();  // the others are for everybody
        QCOMPARE(static_cast<int>(started_.size()) + startedInCase, words.isEmpty() ? 2 : 1);
    }

    void restore_putsBackWhatACheckWasToBeStartedWith() {
        fill();
        press(Qt::Key_1, Qt::AltModifier);
        const auto form = started_[0].form;
        page_->clear();
        page_->restore(form);
        press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(started_.size(), 2U);
        QCOMPARE(started_[1].form.reference, form.reference);
        QCOMPARE(started_[1].form.purpose, form.purpose);
        QCOMPARE(started_[1].form.consentLanguage, form.consentLanguage);
    }

    void restore_takesNothingFromTheNextCustomer() {
        fill();
        press(Qt::Key_1, Qt::AltModifier);
        const auto form = started_[0].form;
        page_->clear();
        auto* reference = find<QLineEdit>("referenceField");
        reference->setText(QStringLiteral("C-1111-111"));
        page_->restore(form);
        QCOMPARE(reference->text(), QStringLiteral("C-1111-111"));
        QVERIFY(!find<QCheckBox>("consentBox")->isChecked());
    }

    void restore_whereTheWordingChanged_asksForItAgain() {
        fill();
        press(Qt::Key_1, Qt::AltModifier);
        auto form = started_[0].form;
        form.consentVersion = "2025-12";
        page_->restore(form);
        QVERIFY(!find<QCheckBox>("consentBox")->isChecked());
        QVERIFY(find<QCheckBox>("attestationBox")->isChecked());
    }

    void clear_forgetsTheCustomer() {
        fill();
        page_->clear();
        QVERIFY(find<QLineEdit>("referenceField")->text().isEmpty());
        QVERIFY(!find<QCheckBox>("consentBox")->isChecked());
        QVERIFY(!find<QCheckBox>("attestationBox")->isChecked());
        QCOMPARE(find<QComboBox>("purposeBox")->currentIndex(), -1);
    }

    void everyControl_hasNameAndAccessibleName() {
        for (auto* widget : page_->findChildren<QWidget*>()) {
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible()) {
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }

private:
    struct Started {
        OpenCase form;
        std::string flow;
        LaunchKind launch;
    };

    template <class W>
    W* find(const char* name) const {
        auto* found = page_->findChild<W*>(QLatin1String{name});
        if (found == nullptr) {
            qFatal("no %s", name);
        }
        return found;
    }
    void type(const char* text) {
        QTest::keyClicks(QApplication::focusWidget(), QLatin1String{text});
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        auto* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : page_.get(), key, modifiers);
    }
    static QString focusName() {
        return QApplication::focusWidget() != nullptr ? QApplication::focusWidget()->objectName() : QString{};
    }
    void fill(const QString& leftOut = {}) {
        if (leftOut != QStringLiteral("referenceField")) {
            find<QLineEdit>("referenceField")->setFocus();
            type("C-2231-884");
        }
        if (leftOut != QStringLiteral("purposeBox")) {
            find<QComboBox>("purposeBox")->setCurrentIndex(1);
        }
        find<QCheckBox>("consentBox")->setChecked(leftOut != QStringLiteral("consentBox"));
        find<QCheckBox>("attestationBox")->setChecked(leftOut != QStringLiteral("attestationBox"));
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<NewCheckPage> page_;
    std::vector<Started> started_;
};

VERDESK_TEST(NewCheckTest)
#include "new_check_test.moc"
