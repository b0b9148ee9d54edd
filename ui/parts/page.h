#pragma once
// The frame of every page: margins, the widest line, and scrolling where a small screen or large text asks for it.

#include "ui/parts/page_header.h"

#include <QScrollArea>

class QVBoxLayout;

namespace verdesk::ui {

class Button;

class Page : public QScrollArea {
    Q_OBJECT

public:
    // `name` is the objectName. The header is there and empty.
    explicit Page(const char* name, QWidget* parent = nullptr);

    PageHeader* header() const {
        return header_;
    }
    // Pressed by Enter wherever the focus is on the page, unless what has the focus uses Enter itself. Prints the key.
    void setDefaultButton(Button* button);
    // The column below the header.
    QVBoxLayout* body() const {
        return body_;
    }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    PageHeader* header_;
    QVBoxLayout* body_;
    QWidget* inner_;
    Button* default_ = nullptr;
};

}  // namespace verdesk::ui
