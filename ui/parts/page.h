#pragma once
// The frame of every page: margins, the widest line, and scrolling where a small screen or large text asks for it.

#include "ui/parts/page_header.h"

#include <QScrollArea>

class QVBoxLayout;

namespace verdesk::ui {

class Page : public QScrollArea {
    Q_OBJECT

public:
    // `name` is the objectName. The header is there and empty.
    explicit Page(const char* name, QWidget* parent = nullptr);

    PageHeader* header() const {
        return header_;
    }
    // The column below the header.
    QVBoxLayout* body() const {
        return body_;
    }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    PageHeader* header_;
    QVBoxLayout* body_;
    QWidget* inner_;
};

}  // namespace verdesk::ui
