#pragma once
// Where a decision is written down: what is about to be decided, the reason, and the last chance to think again.

#include "contract/case.h"
#include "desk/call_error.h"
#include "ui/parts/card.h"

class QPlainTextEdit;

namespace verdesk::ui {

class Button;
class LabeledField;
class Text;

class DecisionPanel : public Card {
    Q_OBJECT

public:
    explicit DecisionPanel(QWidget* parent = nullptr);

    // Opens for this decision. A reason typed before stays.
    void open(DecisionKind kind);
    DecisionKind kind() const;
    void setBusy(bool busy);
    void showError(const desk::CallError& error);
    // After the decision, or for another case.
    void forget();

Q_SIGNALS:
    void confirmed(verdesk::DecisionKind kind, const QString& reason);
    void aboutToLeave();  // still visible: the focus can be put elsewhere
    void abandoned();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void confirm();
    void abandon();

    Text* title_;
    Text* what_;
    QPlainTextEdit* reason_;
    LabeledField* field_;
    Text* problem_;
    Button* confirm_;
    Button* abandon_;
    DecisionKind kind_ = DecisionKind::unknown;
};

}  // namespace verdesk::ui
