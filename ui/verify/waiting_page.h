#pragma once
// While the check is being started, and while an answer is being checked: in words, with a spinner if it takes longer.

#include "ui/verify/check_page.h"

namespace verdesk::ui {

class CancelBar;
class Text;

class WaitingPage : public CheckPage {
    Q_OBJECT

public:
    explicit WaitingPage(QWidget* parent = nullptr);

    void setCheck(const desk::Check& check) override;
    QWidget* firstFocus() override;

private:
    Text* heading_;
    Text* text_;
    CancelBar* cancel_;
    int shown_ = 0;
};

}  // namespace verdesk::ui
