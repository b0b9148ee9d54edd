#pragma once
// A check in the provider's own page: the page with the frame that says where it is, or, in its place, the provider's
// button, what is the matter, or the code for the customer's phone. One for each check, so that its view lives on while
// another check is looked at.

#include "ui/verify/check_page.h"
#include "ui/verify/verify_context.h"

#include <memory>

class QStackedWidget;

namespace verdesk::ui {

class Banner;
class Button;
class CancelQuestion;
class Chip;
class PageWait;
class PhonePanel;
class ProviderStart;
class Text;
class WidgetBar;
class WidgetHost;
class WidgetNotice;

class WidgetPage : public CheckPage {
    Q_OBJECT

public:
    // `context` is copied; the views come from its `widgets`, which must outlive the page.
    explicit WidgetPage(const VerifyContext& context, QWidget* parent = nullptr);
    ~WidgetPage() override;

    void setCheck(const desk::Check& check) override;
    void setContext(const VerifyContext& context) override;
    QWidget* firstFocus() override;
    // Lets the provider's page go, before this one is destroyed: it may be at work.
    void end();

private:
    enum class Place { start, view, notice, phone, wait };
    QWidget* frame();
    void connectParts();
    const Launch* launch() const;
    bool needsFreshLaunch() const;
    void open();
    void follow(WidgetHost& host);
    void drop();
    void reload();
    void showNonetheless();
    void choosePhone(bool phone);
    void place();
    void show(Place place);
    void showTrouble();
    Place placeNow() const;
    QString fallbackTitle() const;
    QString detail() const;
    bool mayRunHere() const;

    VerifyContext context_;
    desk::Check check_;
    std::unique_ptr<WidgetHost> host_;
    bool begun_ = false;  // the customer's button was pressed, or there is none
    bool onPhone_ = false;
    bool wasOpened_ = false;     // the launch that there is, at this desk
    bool reloadedLate_ = false;  // and reloaded after its time

    Chip* environment_;
    Button* phone_;
    Button* cancel_;
    CancelQuestion* question_;
    Banner* problem_;
    WidgetBar* bar_;
    QStackedWidget* stack_;
    ProviderStart* start_;
    WidgetNotice* notice_;
    PhonePanel* phonePanel_;
    PageWait* wait_;
    Text* diagnostics_;
};

}  // namespace verdesk::ui
