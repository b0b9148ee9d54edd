#include "ui/shell/help_page.h"

#include "ui/parts/card.h"
#include "ui/parts/columns.h"
#include "ui/parts/key_hint.h"
#include "ui/parts/text.h"
#include "ui/style/tokens.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace verdesk::ui {
namespace {

using Line = std::pair<QKeySequence, QString>;

Card* keyCard(const QString& title, const std::vector<Line>& lines) {
    auto* card = new Card;
    card->body()->addWidget(new Text{title, type::section, Tone::ink, card});
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(metrics::inside);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [key, words] : lines) {
        grid->addWidget(new KeyHint{key, card}, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(new Text{words, type::body, Tone::ink, card}, row, 1);
        ++row;
    }
    card->body()->addSpacing(metrics::tight);
    card->body()->addLayout(grid);
    card->body()->addStretch(1);
    return card;
}

Card* wordCard(const QString& title, const QString& words) {
    auto* card = new Card;
    card->body()->addWidget(new Text{title, type::section, Tone::ink, card});
    card->body()->addWidget(new Text{words, type::body, Tone::second, card});
    card->body()->addStretch(1);
    return card;
}

QWidget* rowOf(int least, int most, const std::vector<QWidget*>& widgets) {
    auto* row = new QWidget;
    auto* columns = new Columns{least, most, true, metrics::between, row};
    for (auto* widget : widgets) {
        columns->add(widget);
    }
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    return row;
}

}  // namespace

HelpPage::HelpPage(QWidget* parent) : Page{"help", parent} {
    header()->setTitle(tr("Help"));
    header()->setSubtitle(tr("Everything can be done from the keyboard. Tab goes from control to control."));
    const auto everywhere = keyCard(tr("Everywhere"), {{QKeySequence{Qt::CTRL | Qt::Key_N}, tr("New check")},
                                                       {QKeySequence{Qt::CTRL | Qt::Key_1}, tr("Verify")},
                                                       {QKeySequence{Qt::CTRL | Qt::Key_2}, tr("Today's cases")},
                                                       {QKeySequence{Qt::CTRL | Qt::Key_L}, tr("Lock this desk")},
                                                       {QKeySequence{Qt::Key_F10}, tr("Your menu")},
                                                       {QKeySequence{Qt::Key_F1}, tr("This page")}});
    const auto check =
        keyCard(tr("During a check"),
                {{QKeySequence{Qt::ALT | Qt::Key_1}, tr("Start the first check; Alt+2 the second, and so on")},
                 {QKeySequence{Qt::Key_Return}, tr("The main button of the page")},
                 {QKeySequence{Qt::Key_Escape}, tr("Cancel the check, after a question")}});
    const auto cases = keyCard(tr("In the cases"), {{QKeySequence{Qt::CTRL | Qt::Key_F}, tr("Look for a reference")},
                                                    {QKeySequence{Qt::Key_Return}, tr("Open the case")},
                                                    {QKeySequence{Qt::Key_Escape}, tr("Back to the list")}});
    body()->addWidget(rowOf(260, 3, {everywhere, check, cases}));
    auto* title = new Text{tr("What to do when"), type::section, Tone::ink, this};
    body()->addWidget(title);
    body()->addWidget(rowOf(
        320, 2,
        {wordCard(
             tr("The customer's camera does not work"),
             tr("They type the code below the QR picture into their wallet, or make a token there and read it out: "
                "choose “Enter a token instead”.")),
         wordCard(tr("The code has expired"),
                  tr("Choose “New code”. It is a new check in the same case; nothing has to be typed again.")),
         wordCard(tr("The page is red"),
                  tr("A sanctions match. Stop the business, do not say why, and let compliance take over. "
                     "Nobody can approve this case.")),
         wordCard(tr("“Not connected”"),
                  tr("Keep working: what you typed is kept, running checks go on, and Verdesk goes on by itself when "
                     "the backend answers. If it takes long, call support."))}));
    body()->addStretch(1);
}

}  // namespace verdesk::ui
