#pragma once
// The customer's side of a check that leads to the provider: who it leads to, and the button that goes there.

#include "contract/launch.h"

#include <QWidget>

namespace verdesk::ui {

class Button;
class Text;

class ProviderStart : public QWidget {
    Q_OBJECT

public:
    explicit ProviderStart(QWidget* parent = nullptr);
    // `launch`: whose button it is; null where there is none any more.
    void setProvider(const QString& provider, const Launch* launch);
    QWidget* firstFocus() const;

Q_SIGNALS:
    void startAsked();

private:
    Text* text_;
    Button* button_;
};

}  // namespace verdesk::ui
