#pragma once
// What was proven: verdict, score, reasons, documents, claim by claim. The values can be covered.

#include "ui/verify/check_page.h"

namespace verdesk::ui {

class Banner;
class Button;
class Card;
class Chip;
class ClaimTable;
class DocumentChecks;
class DocumentsCard;
class ProofCard;
class ScorePanel;
class Text;
class WatchlistCard;

class ClaimSummaryPage : public CheckPage {
    Q_OBJECT

public:
    explicit ClaimSummaryPage(QWidget* parent = nullptr);

    void setCheck(const desk::Check& check) override;
    void setContext(const VerifyContext& context) override;
    QWidget* firstFocus() override;
    void setValuesHidden(bool hidden);

private:
    void setReasons(const Verification& verification);
    void finish();

    Chip* environment_;
    Button* another_;
    Button* close_;
    Button* finish_;
    Banner* problem_;
    Banner* hiddenBanner_;
    Card* reasonsCard_;
    Text* reasonsTitle_;
    Text* reasons_;
    Card* scoreCard_;
    ScorePanel* score_;
    ProofCard* proof_;
    WatchlistCard* watchlist_;
    DocumentChecks* checks_;
    QWidget* evidence_;  // documents and checks side by side
    DocumentsCard* documents_;
    ClaimTable* table_;
    bool closes_ = true;  // what Finish does
};

}  // namespace verdesk::ui
