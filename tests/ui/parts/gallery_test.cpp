// Every part in every state, as pictures. Fails where a text is cut off.

#include "tests/ui/support/gallery.h"
#include "tests/support/registry.h"
#include "tests/ui/support/fitting.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/claim_table.h"
#include "ui/parts/columns.h"
#include "ui/parts/countdown_ring.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/key_hint.h"
#include "ui/parts/labeled_field.h"
#include "ui/parts/mark.h"
#include "ui/parts/page.h"
#include "ui/parts/qr_picture.h"
#include "ui/parts/score_panel.h"
#include "ui/parts/skeleton.h"
#include "ui/parts/spinner.h"
#include "ui/parts/status_dot.h"
#include "ui/parts/text.h"
#include "ui/parts/token_field.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace verdesk;
using namespace verdesk::ui;
using namespace std::chrono_literals;
using verdesk::test::looks;

namespace {

claims::Claim claim(const char* name, claims::Value value, claims::Status status = claims::Status::proven) {
    claims::Claim made;
    made.name = name;
    made.value = std::move(value);
    made.status = status;
    return made;
}

std::vector<claims::Claim> fullClaims() {
    return {claim("score", claims::Score{812, 788.0, 831.0, 300.0, 850.0, 0.94}),
            claim("tier", claims::Tier{"A"}),
            claim("identity_verified", claims::Flag{true}),
            claim("sanctions_clear", claims::Flag{true}),
            claim("income_verified", claims::Flag{true}),
            claim("income_band", claims::Text{"40k-60k"}),
            claim("payment_reliability", claims::Score{0.98, {}, {}, 0.0, 1.0, {}}),
            claim("savings_consistency", claims::Score{74, {}, {}, 0.0, 100.0, {}}),
            claim("fraud_risk", claims::Text{"medium"}, claims::Status::contradicted),
            claim("address_verified", {}, claims::Status::missing),
            claim("corridor", claims::Text{"KE→GB"}, claims::Status::stated)};
}

QWidget* rowOf(const QList<QWidget*>& widgets) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout{row};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    for (auto* widget : widgets) {
        layout->addWidget(widget);
    }
    layout->addStretch(1);
    return row;
}

Card* cardOf(const QList<QWidget*>& widgets) {
    auto* card = new Card;
    card->body()->setSpacing(metrics::between);
    for (auto* widget : widgets) {
        card->body()->addWidget(widget);
    }
    card->body()->addStretch(1);
    return card;
}

std::unique_ptr<Page> controls() {
    auto page = std::make_unique<Page>("controls");
    page->header()->setTitle(QStringLiteral("Controls"));
    page->header()->setSubtitle(QStringLiteral("Buttons, chips, dots, fields and banners"));
    page->header()->addAction(new SecondaryButton{QStringLiteral("Report (PDF)"), "report"});
    auto* finish = new PrimaryButton{QStringLiteral("Finish"), "finish"};
    finish->setKey(Qt::Key_Return);
    page->header()->addAction(finish);

    page->body()->addWidget(new Banner{BannerTone::warn, Icon::offline,
                                       QStringLiteral("Connection lost. What runs goes on at the provider."), "lost"});
    auto* bad =
        new Banner{BannerTone::bad, Icon::stop,
                   QStringLiteral("An earlier case of this reference was blocked (K7-101, 12 March)."), "blocked"};
    bad->setAction(QStringLiteral("Open it"), "openBlocked");
    page->body()->addWidget(bad);
    auto* info = new Banner{BannerTone::info, Icon::info,
                            QStringLiteral("There is an open case for this customer: K7-204, from 10:12."), "offer"};
    info->setAction(QStringLiteral("Continue it"), "continue")->setKey(Qt::ALT | Qt::Key_C);
    page->body()->addWidget(info);

    QList<QWidget*> buttons;
    for (const auto kind : {ButtonKind::primary, ButtonKind::secondary, ButtonKind::quiet}) {
        buttons << new Button{kind, QStringLiteral("Button"), "button"};
        auto* off = new Button{kind, QStringLiteral("Disabled"), "disabled"};
        off->setEnabled(false);
        buttons << off;
    }
    auto* withIcon = new SecondaryButton{QStringLiteral("Copy link"), "copy"};
    withIcon->setMark(Icon::copy);
    buttons << withIcon;
    page->body()->addWidget(cardOf({rowOf(buttons)}));

    QList<QWidget*> states;
    QList<QWidget*> verdicts;
    for (const auto& [state, word] : wordsOf(State{})) {
        states << new StateChip{state};
    }
    for (const auto& [verdict, word] : wordsOf(claims::Verdict{})) {
        verdicts << new VerdictChip{verdict};
    }
    for (const auto& [status, word] : wordsOf(claims::Status{})) {
        verdicts << new Chip{lookOf(status)};
    }
    QList<QWidget*> dots;
    for (const auto& [answering, word] : wordsOf(Answering{})) {
        auto* dot = new StatusDot;
        dot->setAnswering(answering);
        dots << dot;
    }
    for (const auto& [environment, word] : wordsOf(Environment{})) {
        dots << new Chip{lookOf(environment)};
    }
    dots << new KeyHint{Qt::ALT | Qt::Key_1} << new KeyHint{Qt::Key_Escape};
    page->body()->addWidget(cardOf({rowOf(states), rowOf(verdicts), rowOf(dots)}));

    auto* form = new FormRow;
    auto* reference = new QLineEdit{QStringLiteral("C-2231-884")};
    reference->setObjectName(QStringLiteral("reference"));
    form->add(new LabeledField{QStringLiteral("Customer reference"), reference}, 2);
    auto* purpose = new QComboBox;
    purpose->addItems({QStringLiteral("Account opening"), QStringLiteral("Loan")});
    form->add(new LabeledField{QStringLiteral("Purpose"), purpose}, 2);
    auto* wrong = new QLineEdit{QStringLiteral("C-22")};
    auto* field = new LabeledField{QStringLiteral("Wrong"), wrong};
    field->setError(QStringLiteral("A reference looks like C-2231-884."));
    form->add(field, 1);
    auto* check = new QCheckBox{QStringLiteral("Read to the customer and agreed")};
    auto* checked = new QCheckBox{QStringLiteral("This is the person in front of me")};
    checked->setChecked(true);
    page->body()->addWidget(cardOf({form, rowOf({check, checked})}));
    page->body()->addStretch(1);
    return page;
}

std::unique_ptr<Page> results() {
    auto page = std::make_unique<Page>("results");
    page->header()->setTitle(QStringLiteral("Proven"));
    page->header()->setSubtitle(
        QStringLiteral("C-2231-884 · Account opening · PASSID by QR code · 10:42:08, took 41 s"));
    auto* both = new QWidget;
    auto* columns = new Columns{130, 4, false, 20, both};
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout{left};
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(metrics::between);
    for (const bool scaled : {true, false}) {
        auto list = fullClaims();
        if (!scaled) {
            std::get<claims::Score>(list[0].value).scaleLow.reset();
        }
        auto* panel = new ScorePanel;
        panel->setResult(scaled ? claims::Verdict::pass : claims::Verdict::review, list);
        leftColumn->addWidget(cardOf({panel}));
    }
    leftColumn->addStretch(1);
    columns->add(left, 2);
    auto* tableCard = new Card;
    tableCard->setInset(0);
    auto* table = new ClaimTable;
    table->setClaims(fullClaims(), QStringLiteral("PASSID"), claims::Channel::webhook, {"score", "tier"});
    tableCard->body()->addWidget(table);
    tableCard->body()->addStretch(1);
    columns->add(tableCard, 5);
    page->body()->addWidget(both);
    page->body()->addStretch(1);
    return page;
}

std::unique_ptr<Page> waiting() {
    auto page = std::make_unique<Page>("waiting");
    page->header()->setTitle(QStringLiteral("Waiting"));
    auto* qr = new QrPicture;
    qr->setPayload("passid://verify-request?r=req_7a41c9d2&i=Harbour%20Bank", QStringLiteral("Code"));
    QList<QWidget*> rings;
    const Instant now{};
    for (const auto left : {432s, 45s, 0s, 3700s}) {
        auto* ring = new CountdownRing{[now] { return now; }};
        ring->setDeadline({now + left, left > 600s ? 4000s : 600s});
        rings << ring;
    }
    auto* token = new TokenField;
    token->setShapes({"PASSID-XXXX-XXXX-XXXX-XXXX"}, "PASSID-AB3X-7YQM-K9PQ-3MNX");
    auto* typed = new TokenField;
    typed->setShapes({"PASSID-XXXX-XXXX-XXXX-XXXX"}, "PASSID-AB3X-7YQM-K9PQ-3MNX");
    typed->line()->setText(QStringLiteral("AB3X-7YQM"));
    typed->submit();
    auto* code = new Text{QStringLiteral("AB3X-7YQM"), type::code};
    code->setMono(true);
    code->setSpacing(112);
    auto* both = new QWidget;
    auto* columns = new Columns{340, 2, false, metrics::between, both};
    columns->add(cardOf({qr, code}));
    columns->add(
        cardOf({rowOf(rings), token, typed, new Skeleton{3},
                rowOf({new Spinner, new Mark{Icon::check, ChipTone::good}, new Mark{Icon::warning, ChipTone::warn},
                       new Mark{Icon::cross, ChipTone::bad}, new Mark{Icon::clock, ChipTone::neutral}})}));
    page->body()->addWidget(both);
    auto* nothing = new EmptyState{Icon::list, QStringLiteral("No cases yet today"),
                                   QStringLiteral("The first check of the day opens one.")};
    nothing->setAction(QStringLiteral("New check"), "newCheck");
    auto* card = new Card;
    card->body()->addWidget(nothing);
    page->body()->addWidget(card);
    page->body()->addStretch(1);
    return page;
}

}  // namespace

class GalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPart_everyLook_isPaintedWhole() {
        Theme theme{*qApp, SchemeChoice::light};
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        for (const auto& look : looks()) {
            theme.setChoice(look.scheme);
            theme.setTextScale(look.textScale);
            for (const auto& make : {controls, results, waiting}) {
                QWidget window;
                auto* page = make().release();
                page->setParent(&window);
                page->resize(1150, 768);
                window.resize(1150, 768);
                window.show();
                QVERIFY(QTest::qWaitForWindowExposed(&window));
                window.resize(1150, std::max(768, page->widget()->height()));
                page->resize(window.size());
                verdesk::test::settle();
                for (const auto* spinner : window.findChildren<Spinner*>()) {
                    QTRY_VERIFY(spinner->isSeen());
                }
                QVERIFY(verdesk::test::savePicture(window,
                                                   QStringLiteral("parts-%1-%2").arg(page->objectName(), look.name)));
                if (look.textScale < 2) {
                    QCOMPARE(verdesk::test::cutOff(*page), QStringList{});
                }
            }
        }
    }
};

VERDESK_TEST(GalleryTest)
#include "gallery_test.moc"
