#pragma once
// A word on a small tinted ground, with an icon where the tone carries a judgement: colour is never alone.

#include "claims/claim.h"
#include "claims/verdict.h"
#include "contract/case.h"
#include "ui/style/icons.h"
#include "ui/style/palette.h"

#include <QLabel>

#include <optional>

class QPainter;

namespace verdesk::ui {

enum class ChipTone { neutral, good, warn, bad, blocked };

struct ChipLook {
    QString word;
    ChipTone tone = ChipTone::neutral;
    std::optional<Icon> icon;
};
ChipLook lookOf(State state);
ChipLook lookOf(claims::Verdict verdict);
ChipLook lookOf(claims::Status status);
ChipLook lookOf(Environment environment);
ChipLook lookOf(DecisionKind decision);

struct ChipColours {
    QColor ground, text;
};
ChipColours chipColours(ChipTone tone);

// For delegates that paint chips in tables.
QSize chipSize(const ChipLook& look);
void paintChip(QPainter& painter, const QRect& rect, const ChipLook& look, qreal devicePixelRatio,
               Qt::LayoutDirection direction);

class Chip : public QLabel {
    Q_OBJECT

public:
    explicit Chip(const ChipLook& look, QWidget* parent = nullptr);
    void setLook(const ChipLook& look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChipLook look_;
};

class StateChip : public Chip {
    Q_OBJECT

public:
    explicit StateChip(State state = State::unknown, QWidget* parent = nullptr);
    void setState(State state);
};

class VerdictChip : public Chip {
    Q_OBJECT

public:
    explicit VerdictChip(claims::Verdict verdict = claims::Verdict::none, QWidget* parent = nullptr);
    void setVerdict(claims::Verdict verdict);
};

}  // namespace verdesk::ui
