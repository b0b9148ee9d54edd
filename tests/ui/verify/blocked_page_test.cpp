#include "ui/verify/blocked_page.h"

#include "tests/support/registry.h"
#include "tests/ui/verify/samples.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

class BlockedPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        page_ = std::make_unique<BlockedPage>();
        page_->setCheck(test::sampleCheck(desk::Page::blocked));
        page_->resize(1150, 712);
        page_->show();
        QVERIFY(QTest::qWaitForWindowActive(page_.get()));
        connect(page_.get(), &CheckPage::staffDid, this, [this](desk::Event event) { events_ << event; });
    }
    void cleanup() {
        page_.reset();
        theme_.reset();
        events_.clear();
    }

    void page_hasTwoWays_andNoneGoesOn() {
        QSet<QString> names;
        for (auto* button : page_->findChildren<QAbstractButton*>()) {
            if (button->isVisible()) {
                names.insert(button->objectName());
                button->click();
            }
        }
        QCOMPARE(names, (QSet<QString>{QStringLiteral("closeCase"), QStringLiteral("whatToSay")}));
        QCOMPARE(events_, QList<desk::Event>{desk::Event::closeCase});
    }

    void enter_whenThePageComesUp_closesNothing() {
        page_->firstFocus()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(events_.size(), 0);
        QVERIFY(page_->findChild<QLabel*>(QStringLiteral("sentence"))->isVisible());
    }

    void everyKey_thatIsAShortcutElsewhere_doesNothing() {
        for (const auto key : {Qt::Key_Escape, Qt::Key_F5}) {
            QTest::keyClick(page_.get(), key);
        }
        for (int number = Qt::Key_1; number <= Qt::Key_9; ++number) {
            QTest::keyClick(page_.get(), static_cast<Qt::Key>(number), Qt::AltModifier);
        }
        QTest::keyClick(page_.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(events_.size(), 0);
    }

    void sentence_forTheCustomer_namesNoReason() {
        const auto text = page_->findChild<QLabel*>(QStringLiteral("sentence"))->text();
        for (const char* word : {"sanction", "watch", "block", "list", "compliance"}) {
            QVERIFY2(!text.contains(QLatin1String{word}, Qt::CaseInsensitive), word);
        }
    }

    void page_isFilled_withTheBlockedColour() {
        const auto image = page_->grab().toImage();
        const auto at = [&image](double x, double y) {
            return image.pixelColor(int(x * (image.width() - 1)), int(y * (image.height() - 1)));
        };
        for (const auto& corner : {at(0, 0), at(0.99, 0), at(0, 0.99), at(0.99, 0.99), at(0.5, 0.02)}) {
            QCOMPARE(corner, theme_->palette().blocked);
        }
    }

private:
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<BlockedPage> page_;
    QList<desk::Event> events_;
};

VERDESK_TEST(BlockedPageTest)
#include "blocked_page_test.moc"
