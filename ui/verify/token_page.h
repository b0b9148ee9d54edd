#pragma once
// Where the token that a customer reads out is entered.

#include "ui/verify/check_page.h"

namespace verdesk::ui {

class AsksCard;
class Banner;
class Button;
class CancelBar;
class Chip;
class Text;
class TokenField;

class TokenPage : public CheckPage {
    Q_OBJECT

public:
    explicit TokenPage(QWidget* parent = nullptr);

    void setCheck(const desk::Check& check) override;
    void setContext(const VerifyContext& context) override;
    QWidget* firstFocus() override;
    // What the field held before, where nothing is in it by now.
    void giveToken(const QString& typed);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void leave();

    Chip* environment_;
    Banner* problem_;
    TokenField* field_;
    Text* hint_;
    Button* send_;
    Button* qr_;
    Button* phone_;
    QUrl phoneUrl_;
    AsksCard* asks_;
    CancelBar* cancel_;
    int shown_ = 0;
};

}  // namespace verdesk::ui
