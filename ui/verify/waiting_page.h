#pragma once
// While the check is being started, and while an answer is being checked: in words, with a spinner if it takes longer.
// After the customer's part at the provider's page it says how long it has taken and how long it usually does.

#include "ui/verify/check_page.h"
#include "ui/verify/verify_context.h"

#include <QTimer>

#include <chrono>

namespace verdesk::ui {

class Banner;
class CancelBar;
class Text;

class WaitingPage : public CheckPage {
    Q_OBJECT

public:
    explicit WaitingPage(QWidget* parent = nullptr);

    void setCheck(const desk::Check& check) override;
    void setContext(const VerifyContext& context) override;
    QWidget* firstFocus() override;

private:
    void look();

    VerifyContext context_;
    Banner* problem_;
    Text* heading_;
    Text* text_;
    Text* line_;
    CancelBar* cancel_;
    int shown_ = 0;
    std::chrono::seconds usual_{0};
    QElapsedTimer since_;
    QDeadlineTimer deadline_{QDeadlineTimer::Forever};
    QTimer timer_;
};

}  // namespace verdesk::ui
