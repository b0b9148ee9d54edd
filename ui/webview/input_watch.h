#pragma once
// Whether a person just did something in a view. A page's scripts can click its links; they cannot do this.

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

namespace verdesk::ui::webview {

class InputWatch : public QObject {
    Q_OBJECT

public:
    explicit InputWatch(QWidget* view);

    // True once for each time, within a few seconds.
    bool take();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPointer<QWidget> view_;
    QElapsedTimer since_;
};

}  // namespace verdesk::ui::webview
