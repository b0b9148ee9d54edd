#pragma once
// The place of a view in a window. The view needs a window that is drawn by the GPU: Qt replaces the native window of
// one that is not, at the first view and once, and forgets on the way whether it was maximised. So the view moves in
// when its window is there, and what the window was is put back.

#include <QPointer>
#include <QWidget>

namespace verdesk::ui::webview {

class ViewFrame : public QWidget {
    Q_OBJECT

public:
    // Takes the view over; it has no parent so far.
    explicit ViewFrame(QWidget* view);
    ~ViewFrame() override;

    // Null once it was destroyed.
    QWidget* view() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void moveIn();

    QPointer<QWidget> view_;
};

}  // namespace verdesk::ui::webview
