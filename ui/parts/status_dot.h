#pragma once
// A dot with its word: "Answering", "Slow", "Connected".

#include "contract/session.h"

#include <QLabel>

namespace verdesk::ui {

enum class DotTone { good, warn, bad, neutral };

class StatusDot : public QLabel {
    Q_OBJECT

public:
    explicit StatusDot(DotTone tone = DotTone::neutral, const QString& word = {}, QWidget* parent = nullptr);
    void setStatus(DotTone tone, const QString& word);
    void setAnswering(Answering answering);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DotTone tone_;
};

}  // namespace verdesk::ui
