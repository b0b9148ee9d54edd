#include "ui/cases/erase_panel.h"

#include "desk/words.h"
#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/check_box.h"
#include "ui/parts/labeled_field.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>

namespace verdesk::ui {
namespace {

constexpr int mostReason = 2000;

void addLine(Card* card, const QString& what, const QString& words, Tone tone) {
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    auto* label = new Text{what, type::strong, tone, card};
    label->setMinimumWidth(Theme::current().scaled(96));
    row->addWidget(label, 0, Qt::AlignTop);
    auto* text = new Text{words, type::body, Tone::ink, card};
    text->setAccessibleName(what + QStringLiteral(": ") + words);
    row->addWidget(text, 1);
    card->body()->addLayout(row);
}

}  // namespace

ErasePanel::ErasePanel(QWidget* parent) : Card{parent} {
    setObjectName(QStringLiteral("erase"));
    setInset(metrics::field);
    body()->setSpacing(metrics::inside);
    title_ = new Text{{}, type::section, Tone::ink, this};
    body()->addWidget(title_);
    addLine(
        this, tr("Lost", "what is erased"),
        tr("What was proven, all documents, and the customer's reference. Providers that can delete are told to; at "
           "the others, what they hold remains. Nobody can bring it back."),
        Tone::bad);
    addLine(this, tr("Stays", "what is not erased"),
            tr("The case's number, its times and how it ended, and that you erased it and why."), Tone::second);
    reason_ = new QPlainTextEdit{this};
    reason_->setObjectName(QStringLiteral("erase.reason"));
    reason_->setTabChangesFocus(true);
    field_ = new LabeledField{tr("Reason"), reason_, this};
    field_->setHint(tr("Required."));
    understood_ = new CheckBox{tr("I know what is lost. The case is to be erased for good."), "erase.understood", this};
    problem_ = new Text{{}, type::medium, Tone::bad, this};
    problem_->setObjectName(QStringLiteral("erase.problem"));
    problem_->hide();
    body()->addSpacing(metrics::tight);
    body()->addWidget(field_);
    body()->addWidget(understood_);
    body()->addWidget(problem_);
    erase_ = new SecondaryButton{tr("Erase for good"), "erase.confirm", this};
    keep_ = new PrimaryButton{tr("Keep the case"), "erase.back", this};
    keep_->printKey(Qt::Key_Escape);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    row->addStretch(1);
    row->addWidget(erase_);
    row->addWidget(keep_);
    body()->addLayout(row);
    connect(erase_, &QPushButton::clicked, this, &ErasePanel::confirm);
    connect(keep_, &QPushButton::clicked, this, &ErasePanel::abandon);
    connect(understood_, &CheckBox::toggled, this, [this] { understood_->setWrong(false); });
    connect(reason_, &QPlainTextEdit::textChanged, this, [this] {
        const bool tooLong = reason_->toPlainText().size() > mostReason;
        field_->setError(tooLong ? tr("At most %1 characters.").arg(mostReason) : QString{});
    });
    const auto fit = [this] { reason_->setFixedHeight(Theme::current().scaled(2 * type::body.line) + metrics::card); };
    connect(&Theme::current(), &Theme::changed, this, fit);
    fit();
    hide();
}

void ErasePanel::open(const QString& number) {
    title_->setText(tr("Erase case %1 for good", "number").arg(number));
    setAccessibleName(title_->text());
    understood_->setChecked(false);
    understood_->setWrong(false);
    problem_->hide();
    show();
    reason_->setFocus();
}

void ErasePanel::setBusy(bool busy) {
    erase_->setEnabled(!busy);
    keep_->setEnabled(!busy);
    understood_->setEnabled(!busy);
    reason_->setReadOnly(busy);
}

void ErasePanel::showError(const desk::CallError& error) {
    problem_->setText(desk::inWords(error));
    problem_->show();
    announce(problem_, problem_->text());
}

void ErasePanel::forget() {
    reason_->clear();
    understood_->setChecked(false);
    problem_->hide();
    hide();
}

void ErasePanel::confirm() {
    const auto reason = reason_->toPlainText().trimmed();
    if (reason.isEmpty() || reason.size() > mostReason) {
        if (reason.isEmpty()) {
            field_->setError(tr("Write down why."));
        }
        reason_->setFocus();
        return;
    }
    if (!understood_->isChecked()) {
        understood_->setWrong(true);
        understood_->setFocus();
        announce(this, tr("Confirm first that you know what is lost."));
        return;
    }
    problem_->hide();
    Q_EMIT confirmed(reason);
}

void ErasePanel::abandon() {
    Q_EMIT aboutToLeave();
    hide();
    Q_EMIT abandoned();
}

void ErasePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && keep_->isEnabled()) {
        abandon();
        return;
    }
    Card::keyPressEvent(event);
}

}  // namespace verdesk::ui
