#pragma once
// What an officer does with a result that named no check: look for the check that it belongs to, assign it, or dismiss
// it with a reason.

#include "desk/unmatched_book.h"
#include "ui/parts/card.h"

class QLineEdit;

namespace verdesk::ui {

class Button;
class ChoiceTable;
class LabeledField;
class Text;

class UnmatchedPanel : public Card {
    Q_OBJECT

public:
    explicit UnmatchedPanel(QWidget* parent = nullptr);

    // Another one forgets what was typed and found.
    void setResult(const Unmatched& result);
    const UnmatchedId& id() const {
        return result_.id;
    }
    void setCandidates(const std::vector<desk::Candidate>& candidates);
    void setProblem(const QString& words);
    void setBusy(bool busy);
    void focusSearch();

Q_SIGNALS:
    void searchAsked(const QString& text, const std::string& account);
    void assignAsked(const verdesk::UnmatchedId& id, const verdesk::VerificationId& verification);
    void dismissAsked(const verdesk::UnmatchedId& id, const QString& reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void assign();
    void dismiss();
    void askReason(bool asking);

    Unmatched result_;
    std::vector<desk::Candidate> candidates_;
    Text* title_;
    Text* what_;
    QLineEdit* search_;
    Button* find_;
    Text* state_;
    ChoiceTable* table_;
    Button* assign_;
    Button* dismiss_;
    QWidget* reasonRow_;
    QLineEdit* reason_;
    LabeledField* reasonField_;
    Button* dismissYes_;
};

}  // namespace verdesk::ui
