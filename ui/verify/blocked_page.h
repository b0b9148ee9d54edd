#pragma once
// A sanctions match. Fills the page, and offers no way on: only to close the case, and what to say to the customer.

#include "ui/verify/check_page.h"

namespace verdesk::ui {

class Button;
class Text;

class BlockedPage : public CheckPage {
    Q_OBJECT

public:
    explicit BlockedPage(QWidget* parent = nullptr);

    void setCheck(const desk::Check& check) override;
    QWidget* firstFocus() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Text* about_;
    Text* problem_;
    Text* sentence_;
    Text* code_;
    Button* close_;
    Button* say_;
    int shown_ = 0;
};

}  // namespace verdesk::ui
