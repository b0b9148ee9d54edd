#pragma once
// Where a signed-in person works: navigation on the left, the areas beside it, and the strip that says when the backend
// is away. Holds places and keys, and decides nothing.

#include "ui/shell/navigation.h"

#include <QWidget>

class QStackedWidget;

namespace verdesk::ui {

class Banner;
class HelpPage;

class Workplace : public QWidget {
    Q_OBJECT

public:
    Workplace(QWidget* verify, QWidget* cases, QWidget* parent = nullptr);

    void setConnectionLost(bool lost);
    void setTooOld(const QString& detail);
    void setRunningChecks(int count);
    // Given to those who may see it; there is none otherwise.
    void addUnmatched(QWidget* unmatched);
    void setUnmatched(int count);
    void go(Place place);
    Place place() const;

Q_SIGNALS:
    void placeChanged(verdesk::ui::Place place);
    void newCheckAsked();
    void lockAsked();
    void menuAsked();

private:
    void key(const QKeySequence& sequence, const std::function<void()>& act);

    Navigation* navigation_;
    Banner* offline_;
    QWidget* offlineSide_;
    QStackedWidget* areas_;
    HelpPage* help_ = nullptr;
    QWidget* verify_;
    QWidget* cases_;
    QWidget* unmatched_ = nullptr;
    Place place_ = Place::verify;
    bool tooOld_ = false;
};

}  // namespace verdesk::ui
