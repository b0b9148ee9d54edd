#pragma once
// The QR code, the code to type, the time left, and what goes on. Nothing to do for staff: the result comes by itself.

#include "ui/verify/check_page.h"

namespace verdesk::ui {

class AsksCard;
class Button;
class CancelBar;
class Card;
class Chip;
class Columns;
class CountdownRing;
class QrPicture;
class Text;

class QrSessionPage : public CheckPage {
    Q_OBJECT

public:
    explicit QrSessionPage(QWidget* parent = nullptr);

    void setCheck(const desk::Check& check) override;
    void setContext(const VerifyContext& context) override;
    QWidget* firstFocus() override;

private:
    Card* codeCard();
    QWidget* stateColumn();
    void showState();
    void copyLink();

    Chip* environment_;
    QrPicture* picture_;
    Text* code_;
    Text* codeHint_;
    Columns* buttons_;
    Button* copy_;
    Button* phone_;
    QUrl phoneUrl_;
    CountdownRing* ring_;
    Text* heading_;
    Text* explanation_;
    AsksCard* asks_;
    Button* token_;
    CancelBar* cancel_;

    int shown_ = 0;  // the check that is on the page
    QString provider_;
    bool offline_ = false;
    bool unknown_ = false;
    bool over_ = false;
};

}  // namespace verdesk::ui
