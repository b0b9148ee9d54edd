#pragma once
// The left edge: where staff can go. Nothing stands here that cannot be opened.

#include "ui/style/icons.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace verdesk::ui {

// No underlying type: lupdate of Qt 6.8 loses a class that stands after one.
enum class Place { verify, cases, unmatched, help };

class NavigationItem : public QAbstractButton {
    Q_OBJECT

public:
    NavigationItem(Icon icon, const QString& text, const QKeySequence& key, const char* name, QWidget* parent);

    // A number beside the word, e.g. how many checks run; 0 shows none. `words` says it to a screen reader.
    void setCount(int count, const QString& words);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Icon icon_;
    QString keyWords_;
    int count_ = 0;
};

class Navigation : public QWidget {
    Q_OBJECT

public:
    explicit Navigation(QWidget* parent = nullptr);

    void setPlace(Place place);
    void setRunningChecks(int count);
    // For officers and administrators; hidden otherwise.
    void setUnmatchedShown(bool shown);
    void setUnmatched(int count);

Q_SIGNALS:
    void chosen(verdesk::ui::Place place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();

    NavigationItem* verify_;
    NavigationItem* cases_;
    NavigationItem* unmatched_;
    NavigationItem* help_;
};

}  // namespace verdesk::ui
