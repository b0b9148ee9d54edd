#include "ui/parts/watchlist_card.h"

#include "tests/support/registry.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

namespace {

std::vector<claims::Claim> entries(int count, const char* source) {
    std::vector<claims::Claim> all;
    for (int i = 0; i < count; ++i) {
        claims::Claim claim;
        claim.name = claims::name::watchlistListing;
        claim.value = claims::Text{"Entry " + std::to_string(i + 1)};
        claim.status = claims::Status::proven;
        claim.label = source;
        all.push_back(claim);
    }
    return all;
}

}  // namespace

class WatchlistCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        card_ = std::make_unique<WatchlistCard>();
    }
    void cleanup() {
        card_.reset();
        theme_.reset();
    }

    void withoutEntries_isNotThere() {
        card_->setClaims({});
        QVERIFY(card_->isHidden());
    }

    void longList_opensAndShutsByAKey() {
        card_->setClaims(entries(8, "OFAC SDN"));
        card_->show();
        QCOMPARE(shown(), 5);
        auto* more = card_->findChild<QAbstractButton*>(QStringLiteral("watchlistMore"));
        QTest::keyClick(more, Qt::Key_Return);
        QCOMPARE(shown(), 8);
        QTest::keyClick(more, Qt::Key_Return);
        QCOMPARE(shown(), 5);
    }

    void sameEntriesAgain_leaveTheListOpen() {
        card_->setClaims(entries(8, "OFAC SDN"));
        card_->findChild<QAbstractButton*>(QStringLiteral("watchlistMore"))->click();
        card_->setClaims(entries(8, "OFAC SDN"));
        QCOMPARE(shown(), 8);
    }

    void entryWithoutASource_saysSo() {
        card_->setClaims(entries(1, ""));
        QVERIFY(card_->findChild<QLabel*>(QStringLiteral("watchlist.1"))
                    ->accessibleName()
                    .contains(QStringLiteral("does not name")));
    }

    void covered_showsNoEntry_butHowMany() {
        card_->setClaims(entries(8, "OFAC SDN"));
        card_->show();
        card_->setCovered(true);
        for (const auto* label : card_->findChildren<QLabel*>()) {
            QVERIFY(!label->isVisible() || label->text().contains(u'8'));
        }
        QVERIFY(!card_->findChild<QWidget*>(QStringLiteral("watchlistMore"))->isVisible());
        card_->setCovered(false);
        QVERIFY(card_->findChild<QLabel*>(QStringLiteral("watchlist.1"))->isVisible());
    }

private:
    int shown() const {
        int count = 0;
        while (card_->findChild<QLabel*>(QStringLiteral("watchlist.%1").arg(count + 1)) != nullptr) {
            ++count;
        }
        return count;
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<WatchlistCard> card_;
};

VERDESK_TEST(WatchlistCardTest)
#include "watchlist_card_test.moc"
