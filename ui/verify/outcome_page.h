#pragma once
// A check that ended without a proof: what happened first, why second, what to do third, and the code for support in
// small print. For `declined`, `expired`, `cancelled` and `failed`; never for `blocked`.

#include "ui/verify/check_page.h"
#include "ui/verify/verify_context.h"

namespace verdesk::ui {

class Banner;
class Button;
class FlowLayout;
class Mark;
class Text;
struct EndWords;

class OutcomePage : public CheckPage {
    Q_OBJECT

public:
    explicit OutcomePage(QWidget* parent = nullptr);

    void setCheck(const desk::Check& check) override;
    void setContext(const VerifyContext& context) override;
    QWidget* firstFocus() override;

private:
    void say(const EndWords& words);
    void setPrimary(Button* button);

    VerifyContext context_;
    Banner* problem_;
    Mark* mark_;
    Text* heading_;
    Text* what_;
    Text* why_;
    Text* nextTitle_;
    Text* next_;
    Text* code_;
    Button* fallback_;
    Button* again_;
    Button* another_;
    Button* close_;
    Button* primary_ = nullptr;
    FlowLayout* line_;
    desk::Event againEvent_ = desk::Event::tryAgain;
};

}  // namespace verdesk::ui
