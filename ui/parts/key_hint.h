#pragma once
// The key that does it, printed in a small frame: "Alt 1", "Esc", "Enter".

#include <QKeySequence>
#include <QWidget>

class QPainter;

namespace verdesk::ui {

// The words on the frame, as the system writes its keys.
QString keyWords(const QKeySequence& key);

QSize keyHintSize(const QString& words);
void paintKeyHint(QPainter& painter, const QRectF& rect, const QString& words, const QColor& text, const QColor& line);

class KeyHint : public QWidget {
    Q_OBJECT

public:
    explicit KeyHint(const QKeySequence& key, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString words_;
};

}  // namespace verdesk::ui
