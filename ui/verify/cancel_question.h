#pragma once
// "Cancel this check?" with yes and no, in the page and no dialog. Escape goes on.

#include <QWidget>

namespace verdesk::ui {

class Button;
class Text;

class CancelQuestion : public QWidget {
    Q_OBJECT

public:
    explicit CancelQuestion(QWidget* parent = nullptr);
    void setWords(const QString& words);
    // Says it, and takes the focus.
    void ask();

Q_SIGNALS:
    void yes();
    void no();

private:
    Text* question_;
    Button* yes_;
};

}  // namespace verdesk::ui
