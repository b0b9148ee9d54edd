#pragma once
// A strip that says one thing about the whole page: the connection is lost, this is practice, an earlier case was
// blocked.

#include "ui/style/icons.h"

#include <QWidget>

namespace verdesk::ui {

class Button;
class Text;

enum class BannerTone { info, warn, bad };

class Banner : public QWidget {
    Q_OBJECT

public:
    Banner(BannerTone tone, Icon icon, const QString& text, const char* name, QWidget* parent = nullptr);

    void setWords(const QString& text);
    // A quiet button at the end; its click is actionTriggered().
    Button* setAction(const QString& text, const char* name);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    BannerTone tone_;
    Icon icon_;
    Text* text_;
    Button* action_ = nullptr;
};

}  // namespace verdesk::ui
