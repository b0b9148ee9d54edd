#pragma once
// Above the provider's page: where it really is, whether the connection is protected, camera and microphone, the
// time left, reload.

#include "ui/verify/widget_host.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace verdesk::ui {

class Button;
class Chip;
class StatusDot;
class Text;

class WidgetBar : public QWidget {
    Q_OBJECT

public:
    explicit WidgetBar(QWidget* parent = nullptr);

    // Empty: nothing is loaded yet.
    void setWhere(const QString& origin, bool isSecure);
    void setCamera(DeviceState state);
    void setMicrophone(DeviceState state);
    // Of the session, or of the page: how long it can be opened.
    void setDeadline(const QDeadlineTimer& deadline, bool isOfThePage = false);
    void setReloadable(bool reloadable);

Q_SIGNALS:
    void reloadAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void look();
    void arrange();

    QBoxLayout* rows_;
    QHBoxLayout* where_;
    QHBoxLayout* rest_;
    StatusDot* dot_;
    Text* origin_;
    Chip* secure_;
    Chip* camera_;
    Chip* microphone_;
    Text* time_;
    Button* reload_;
    QDeadlineTimer deadline_{QDeadlineTimer::Forever};
    bool isOfThePage_ = false;
    QTimer timer_;
};

}  // namespace verdesk::ui
