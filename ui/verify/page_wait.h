#pragma once
// In the place of the provider's page while a fresh one is asked for.

#include <QWidget>

namespace verdesk::ui {

class Text;

class PageWait : public QWidget {
    Q_OBJECT

public:
    explicit PageWait(QWidget* parent = nullptr);
    void setProvider(const QString& provider);

private:
    Text* words_;
};

}  // namespace verdesk::ui
