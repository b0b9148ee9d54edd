#pragma once
// A document enlarged, in a window over the desk's own: fitted, or larger with + and moved with the arrow keys. Left
// and right go to the next document, Escape closes.

#include <QDialog>
#include <QImage>

class QLabel;
class QScrollArea;

namespace verdesk::ui {

class Button;
class Text;

class DocumentViewer : public QDialog {
    Q_OBJECT

public:
    explicit DocumentViewer(QWidget* parent);

    void setPicture(const QImage& picture, const QString& label);
    // 1: fitted to the window.
    double zoom() const {
        return zoom_;
    }

Q_SIGNALS:
    void stepAsked(int by);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setZoom(double zoom);
    void draw();
    void move(int x, int y);

    QImage picture_;
    double zoom_ = 1;
    Text* title_;
    QScrollArea* area_;
    QLabel* label_;
    Button* close_;
};

}  // namespace verdesk::ui
