#pragma once
// The checks of this counter in one line: number, flow, time left or state. Several run at once; a press brings one up.

#include "desk/open_checks.h"

#include <QWidget>

#include <vector>

namespace verdesk::ui {

class Button;
class FlowLayout;
class RunningCheck;

class RunningStrip : public QWidget {
    Q_OBJECT

public:
    explicit RunningStrip(QWidget* parent = nullptr);

    // `current`: the check on the page, 0 for the new check.
    void setChecks(const std::vector<const desk::Check*>& checks, int current);
    int count() const;

Q_SIGNALS:
    void selected(int id);
    void newCheckAsked();
    void participantAsked();  // one more person in the check on the page

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FlowLayout* line_;
    Button* participant_;
    Button* fresh_;
    std::vector<RunningCheck*> items_;
};

}  // namespace verdesk::ui
