#pragma once
// Who sits here, with initials; opens the menu.

#include <QAbstractButton>

class QMenu;

namespace verdesk::ui {

// "Theo Teller" -> "TT"; one word gives one letter.
QString initialsOf(const QString& name);

// A circle with initials.
void paintInitials(QPainter& painter, const QRectF& circle, const QString& initials);

class PersonButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit PersonButton(QWidget* parent = nullptr);

    void setPerson(const QString& name, const QString& role, const QString& counter);
    void setMenu(QMenu* menu);
    void openMenu();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString line() const;

    QString name_;
    QString counter_;
    QMenu* menu_ = nullptr;
};

}  // namespace verdesk::ui
