#pragma once
// In the place of the provider's page while it is not shown: what is the matter, what to do, and the ways on as
// buttons.

#include <QWidget>

namespace verdesk::ui {

class Button;
class FlowLayout;
class Mark;
class Text;
struct TroubleWords;

// Which ways on there are. `show`: what showing the page nonetheless is called, and `fallback` the title of the flow to
// use instead; empty: there is none.
struct WaysOn {
    bool reload = false;
    QString show;
    bool phone = false;
    QString fallback;
};

class WidgetNotice : public QWidget {
    Q_OBJECT

public:
    explicit WidgetNotice(QWidget* parent = nullptr);

    void setTrouble(const TroubleWords& trouble, const QString& code, const WaysOn& ways);
    // The first of the ways on, which is the primary.
    QWidget* firstFocus() const;

Q_SIGNALS:
    void reloadAsked();
    void showAsked();  // the page as it is
    void phoneAsked();
    void fallbackAsked();
    void anotherAsked();

private:
    Mark* mark_;
    Text* heading_;
    Text* what_;
    Text* next_;
    Text* code_;
    Button* reload_;
    Button* phone_;
    Button* fallback_;
    Button* show_;
    Button* another_;
    Button* first_;
};

}  // namespace verdesk::ui
