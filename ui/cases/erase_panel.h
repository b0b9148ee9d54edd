#pragma once
// Where a case is erased for good: what is lost and what stays, why, and the last chance to keep it.

#include "desk/call_error.h"
#include "ui/parts/card.h"

#include <QString>

class QPlainTextEdit;

namespace verdesk::ui {

class Button;
class CheckBox;
class LabeledField;
class Text;

class ErasePanel : public Card {
    Q_OBJECT

public:
    explicit ErasePanel(QWidget* parent = nullptr);

    // `number`: of the case, as it is spoken. A reason typed before stays; that it was understood does not.
    void open(const QString& number);
    void setBusy(bool busy);
    void showError(const desk::CallError& error);
    // After it was erased, or for another case.
    void forget();

Q_SIGNALS:
    void confirmed(const QString& reason);
    void aboutToLeave();  // still visible: the focus can be put elsewhere
    void abandoned();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void confirm();
    void abandon();

    Text* title_;
    QPlainTextEdit* reason_;
    LabeledField* field_;
    CheckBox* understood_;
    Text* problem_;
    Button* erase_;
    Button* keep_;
};

}  // namespace verdesk::ui
