#pragma once
// Title, subtitle, and on the right what can be done with the page; below them where the width does not suffice.

#include <QWidget>

class QHBoxLayout;
class QBoxLayout;

namespace verdesk::ui {

class Text;

class PageHeader : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(const QString& title = {}, const QString& subtitle = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    // Beside the title, e.g. a chip.
    void addBadge(QWidget* widget);
    // From left to right; the primary last.
    void addAction(QWidget* widget);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    Text* title_;
    Text* subtitle_;
    QBoxLayout* row_;
    QHBoxLayout* titleRow_;
    QHBoxLayout* actions_;
};

}  // namespace verdesk::ui
