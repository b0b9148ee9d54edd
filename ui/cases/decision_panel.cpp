#include "ui/cases/decision_panel.h"

#include "desk/words.h"
#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/labeled_field.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>

namespace verdesk::ui {
namespace {

constexpr int mostReason = 2000;

struct DecisionWords {
    QString title, what, button;
};

DecisionWords wordsFor(DecisionKind kind) {
    switch (kind) {
        case DecisionKind::approve:
            return {DecisionPanel::tr("Approve this case"),
                    DecisionPanel::tr("The customer is accepted for this purpose. The case is closed."),
                    DecisionPanel::tr("Approve")};
        case DecisionKind::reject:
            return {DecisionPanel::tr("Reject this case"),
                    DecisionPanel::tr("The customer is not accepted for this purpose. The case is closed."),
                    DecisionPanel::tr("Reject")};
        case DecisionKind::escalate:
            return {DecisionPanel::tr("Escalate this case"),
                    DecisionPanel::tr("Somebody else has to decide. The case stays open."),
                    DecisionPanel::tr("Escalate")};
        case DecisionKind::close:
        case DecisionKind::unknown:
            break;
    }
    return {DecisionPanel::tr("Close this case"),
            DecisionPanel::tr("The visit is over. Nothing is decided; no further check can be made in this case."),
            DecisionPanel::tr("Close the case")};
}

}  // namespace

DecisionPanel::DecisionPanel(QWidget* parent) : Card{parent} {
    setObjectName(QStringLiteral("decision"));
    setInset(metrics::field);
    title_ = new Text{{}, type::section, Tone::ink, this};
    what_ = new Text{{}, type::body, Tone::second, this};
    reason_ = new QPlainTextEdit{this};
    reason_->setObjectName(QStringLiteral("decision.reason"));
    reason_->setTabChangesFocus(true);
    reason_->installEventFilter(this);
    field_ = new LabeledField{tr("Reason"), reason_, this};
    problem_ = new Text{{}, type::medium, Tone::bad, this};
    problem_->setObjectName(QStringLiteral("decision.problem"));
    problem_->hide();
    confirm_ = new PrimaryButton{{}, "decision.confirm", this};
    abandon_ = new SecondaryButton{tr("Back"), "decision.back", this};
    body()->addWidget(title_);
    body()->addWidget(what_);
    body()->addSpacing(metrics::tight);
    body()->addWidget(field_);
    body()->addWidget(problem_);
    body()->addSpacing(metrics::tight);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    row->addStretch(1);
    row->addWidget(abandon_);
    row->addWidget(confirm_);
    body()->addLayout(row);
    connect(confirm_, &QPushButton::clicked, this, &DecisionPanel::confirm);
    connect(abandon_, &QPushButton::clicked, this, &DecisionPanel::abandon);
    connect(reason_, &QPlainTextEdit::textChanged, this, [this] {
        field_->setError({});
        if (reason_->toPlainText().size() > mostReason) {
            field_->setError(tr("At most %1 characters.").arg(mostReason));
        }
    });
    const auto fit = [this] { reason_->setFixedHeight(Theme::current().scaled(3 * type::body.line) + metrics::card); };
    connect(&Theme::current(), &Theme::changed, this, fit);
    fit();
    hide();
}

void DecisionPanel::open(DecisionKind kind) {
    kind_ = kind;
    const auto words = wordsFor(kind);
    title_->setText(words.title);
    setAccessibleName(words.title);
    what_->setText(words.what);
    confirm_->setWords(words.button);
    const bool needsReason = kind != DecisionKind::close;
    field_->setVisible(needsReason);
    field_->setHint(tr("Required. It is kept with the case. Ctrl+Enter goes on."));
    problem_->hide();
    show();
    (needsReason ? static_cast<QWidget*>(reason_) : confirm_)->setFocus();
}

DecisionKind DecisionPanel::kind() const {
    return kind_;
}

void DecisionPanel::setBusy(bool busy) {
    confirm_->setEnabled(!busy);
    abandon_->setEnabled(!busy);
    reason_->setReadOnly(busy);
}

void DecisionPanel::showError(const desk::CallError& error) {
    problem_->setText(desk::inWords(error));
    problem_->show();
    announce(problem_, problem_->text());
}

void DecisionPanel::forget() {
    reason_->clear();
    problem_->hide();
    hide();
    kind_ = DecisionKind::unknown;
}

void DecisionPanel::confirm() {
    const auto reason = reason_->toPlainText().trimmed();
    if (kind_ != DecisionKind::close) {
        if (reason.isEmpty()) {
            field_->setError(tr("Write down why."));
            reason_->setFocus();
            return;
        }
        if (reason.size() > mostReason) {
            reason_->setFocus();
            return;
        }
    }
    problem_->hide();
    Q_EMIT confirmed(kind_, kind_ == DecisionKind::close ? QString{} : reason);
}

void DecisionPanel::abandon() {
    Q_EMIT aboutToLeave();
    hide();
    Q_EMIT abandoned();
}

bool DecisionPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            confirm();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void DecisionPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && abandon_->isEnabled()) {
        abandon();
        return;
    }
    Card::keyPressEvent(event);
}

}  // namespace verdesk::ui
