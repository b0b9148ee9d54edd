#pragma once
// The questions of a flow, filled in by staff before the check begins: what they fill in, the customer finds filled in.
// What stands in it goes out at every change, so that nothing is lost with the page.

#include "ui/verify/check_page.h"
#include "ui/verify/verify_context.h"

#include <vector>

namespace verdesk::ui {

class AsksCard;
class Banner;
class Button;
class QuestionField;

class FormPage : public CheckPage {
    Q_OBJECT

public:
    explicit FormPage(QWidget* parent = nullptr);

    void setCheck(const desk::Check& check) override;
    void setContext(const VerifyContext& context) override;
    QWidget* firstFocus() override;

private:
    void build();
    void arrange();
    void edited(const QuestionField& field);
    void showProblem(const desk::Check& check);
    QuestionField* fieldOf(const std::string& key) const;

    VerifyContext context_;
    int shown_ = 0;
    std::vector<Form> forms_;
    Answers filledIn_;
    Banner* problem_;
    AsksCard* asks_;
    Button* start_;
    QWidget* holder_;
    QWidget* cards_ = nullptr;
    std::vector<QuestionField*> fields_;
    QuestionField* wrong_ = nullptr;  // whose answer the backend did not take
};

}  // namespace verdesk::ui
