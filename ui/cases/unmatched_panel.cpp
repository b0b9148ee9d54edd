#include "ui/cases/unmatched_panel.h"

#include "ui/cases/choice_table.h"
#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/clock.h"
#include "ui/parts/labeled_field.h"
#include "ui/parts/rule.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace verdesk::ui {

UnmatchedPanel::UnmatchedPanel(QWidget* parent) : Card{parent} {
    setObjectName(QStringLiteral("unmatchedPanel"));
    setInset(metrics::field);
    body()->setSpacing(metrics::snug);
    title_ = new Text{{}, type::section, Tone::ink, this};
    title_->setObjectName(QStringLiteral("unmatchedTitle"));
    what_ = new Text{{}, type::body, Tone::second, this};
    what_->setObjectName(QStringLiteral("unmatchedWhat"));
    body()->addWidget(title_);
    body()->addWidget(what_);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    search_ = new QLineEdit{this};
    search_->setObjectName(QStringLiteral("unmatched.search"));
    search_->setMaxLength(64);
    search_->installEventFilter(this);
    row->addWidget(new LabeledField{tr("Case number or reference"), search_, this}, 1);
    find_ = new SecondaryButton{tr("Look for it"), "unmatched.find", this};
    row->addWidget(find_, 0, Qt::AlignBottom);
    body()->addLayout(row);
    state_ = new Text{{}, type::body, Tone::second, this};
    state_->setObjectName(QStringLiteral("unmatched.state"));
    body()->addWidget(state_);
    table_ = new ChoiceTable{
        "unmatched.candidates",
        tr("Checks that it may belong to"),
        {{tr("Case"), 3, true}, {tr("Check"), 3, false}, {tr("Started"), 2, false}, {tr("State"), 2, false}},
        this};
    body()->addWidget(table_);
    body()->addWidget(new Rule{this});
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    dismiss_ = new SecondaryButton{tr("Dismiss…", "a result that belongs to no check"), "unmatched.dismiss", this};
    assign_ = new PrimaryButton{tr("Assign to this check"), "unmatched.assign", this};
    buttons->addWidget(dismiss_);
    buttons->addStretch(1);
    buttons->addWidget(assign_);
    body()->addLayout(buttons);
    reasonRow_ = new QWidget{this};
    auto* reasons = new QVBoxLayout{reasonRow_};
    reasons->setContentsMargins(0, 0, 0, 0);
    reasons->setSpacing(metrics::inside);
    reason_ = new QLineEdit{reasonRow_};
    reason_->setObjectName(QStringLiteral("unmatched.reason"));
    reason_->setMaxLength(500);
    reason_->installEventFilter(this);
    reasonField_ = new LabeledField{tr("Why it belongs to no check"), reason_, reasonRow_};
    reasons->addWidget(reasonField_);
    auto* last = new QHBoxLayout;
    last->setSpacing(metrics::inside);
    auto* no = new SecondaryButton{tr("Back"), "unmatched.dismissNo", reasonRow_};
    no->setKey(Qt::Key_Escape);
    dismissYes_ = new SecondaryButton{tr("Dismiss it"), "unmatched.dismissYes", reasonRow_};
    last->addStretch(1);
    last->addWidget(no);
    last->addWidget(dismissYes_);
    reasons->addLayout(last);
    body()->addWidget(reasonRow_);
    reasonRow_->hide();

    connect(find_, &Button::clicked, this, &UnmatchedPanel::search);
    connect(table_, &ChoiceTable::rowChosen, this, [this] { assign_->setFocus(Qt::OtherFocusReason); });
    connect(assign_, &Button::clicked, this, &UnmatchedPanel::assign);
    connect(dismiss_, &Button::clicked, this, [this] { askReason(true); });
    connect(no, &Button::clicked, this, [this] { askReason(false); });
    connect(dismissYes_, &Button::clicked, this, &UnmatchedPanel::dismiss);
    connect(reason_, &QLineEdit::textEdited, this, [this] { reasonField_->setError({}); });
}

void UnmatchedPanel::setResult(const Unmatched& result) {
    if (result_ == result) {
        return;
    }
    result_ = result;
    QStringList names;
    for (const auto& each : result.names) {
        names << toQt(each);
    }
    title_->setText(names.isEmpty() ? tr("A result without a name") : names.join(QStringLiteral(", ")));
    what_->setText(tr("Sent by %1 at %2, with documents: %3. It becomes part of the check that you assign it to, and "
                      "needs a second look there.",
                      "provider, time, number")
                       .arg(toQt(result.provider), dayAndTime(result.receivedAt, systemNow()))
                       .arg(result.documents));
    search_->clear();
    reason_->clear();
    askReason(false);
    candidates_.clear();
    table_->setRows({});
    table_->hide();
    assign_->setEnabled(false);
    setProblem({});
}

void UnmatchedPanel::search() {
    const auto text = search_->text().trimmed();
    if (text.isEmpty()) {
        search_->setFocus(Qt::OtherFocusReason);
        return;
    }
    find_->setEnabled(false);
    state_->setTone(Tone::second);
    state_->setText(tr("Looking…"));
    state_->show();
    Q_EMIT searchAsked(text, result_.account);
}

void UnmatchedPanel::setCandidates(const std::vector<desk::Candidate>& candidates) {
    candidates_ = candidates;
    std::vector<QStringList> rows;
    rows.reserve(candidates.size());
    for (const auto& each : candidates) {
        rows.push_back({toQt(each.summary.number) + QStringLiteral(" · ") + toQt(each.summary.reference),
                        inDeskLanguage(each.verification.flowTitle),
                        dayAndTime(each.verification.startedAt, systemNow()), Words::of(each.verification.state)});
    }
    table_->setRows(rows);
    table_->setVisible(!rows.empty());
    find_->setEnabled(true);
    assign_->setEnabled(!rows.empty());
    const auto words =
        rows.empty()
            ? tr("No case of this branch has this number or reference and a check of this provider that still waits.")
            : QString{};
    state_->setTone(Tone::second);
    state_->setText(words);
    state_->setVisible(!words.isEmpty());
    if (rows.empty()) {
        announce(state_, words);
    } else {
        table_->setFocus(Qt::OtherFocusReason);
    }
}

void UnmatchedPanel::setProblem(const QString& words) {
    find_->setEnabled(true);
    state_->setTone(Tone::bad);
    state_->setText(words);
    state_->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        announce(state_, words);
    }
}

void UnmatchedPanel::setBusy(bool busy) {
    assign_->setEnabled(!busy && !candidates_.empty());
    dismissYes_->setEnabled(!busy);
}

void UnmatchedPanel::focusSearch() {
    search_->setFocus(Qt::OtherFocusReason);
}

void UnmatchedPanel::assign() {
    const int row = table_->row();
    if (row >= 0 && row < static_cast<int>(candidates_.size())) {
        Q_EMIT assignAsked(result_.id, candidates_[static_cast<std::size_t>(row)].verification.id);
    }
}

void UnmatchedPanel::dismiss() {
    const auto reason = reason_->text().trimmed();
    if (reason.isEmpty()) {
        reasonField_->setError(tr("Write down why."));
        reason_->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT dismissAsked(result_.id, reason);
}

void UnmatchedPanel::askReason(bool asking) {
    const bool before = !reasonRow_->isHidden();
    reasonRow_->setVisible(asking);
    dismiss_->setVisible(!asking);
    if (asking) {
        reason_->setFocus(Qt::OtherFocusReason);
    } else if (before) {
        dismiss_->setFocus(Qt::OtherFocusReason);
    }
}

bool UnmatchedPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            watched == search_ ? search() : dismiss();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

}  // namespace verdesk::ui
