#pragma once
// Practice: one person to sign in as, with the key that does it.

#include "contract/session.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace verdesk::ui {

class RoleCard : public QAbstractButton {
    Q_OBJECT

public:
    RoleCard(Role role, const QString& person, const QKeySequence& key, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString person_;
    QString what_;
    QString keyWords_;
};

}  // namespace verdesk::ui
