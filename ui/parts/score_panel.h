#pragma once
// The score: verdict, value, tier, range, where it stands between the account's thresholds, confidence. A bar is drawn
// only where the provider documents a scale; otherwise value and range stand in words, for no scale is invented.

#include "contract/verification.h"

#include <QWidget>

namespace verdesk::ui {

class RangeBar;
class Text;
class VerdictChip;

class ScorePanel : public QWidget {
    Q_OBJECT

public:
    explicit ScorePanel(QWidget* parent = nullptr);

    // Looks for the score and the tier among the claims. Without a score the panel says what the verdict is, and that
    // no score was given.
    void setResult(claims::Verdict verdict, const std::vector<claims::Claim>& claims);
    void setValuesHidden(bool hidden);

private:
    void fill();

    VerdictChip* verdict_;
    Text* value_;
    Text* line_;
    RangeBar* bar_;
    Text* band_;
    Text* confidence_;
    std::vector<claims::Claim> claims_;
    bool hidden_ = false;
};

}  // namespace verdesk::ui
