#pragma once
// One check of a case: what it was, how it stands, and its claims one key away.

#include "contract/verification.h"
#include "ui/parts/card.h"

namespace verdesk::desk {
class EvidenceBox;
}

namespace verdesk::ui {

class Button;
class ClaimTable;
class DocumentsCard;
class StateChip;
class Rule;
class Text;
class VerdictChip;
class WatchlistCard;

class VerificationCard : public Card {
    Q_OBJECT

public:
    explicit VerificationCard(QWidget* parent = nullptr);

    // Where documents come from; before the first verification.
    void setEvidence(desk::EvidenceBox* evidence);
    void setVerification(const Verification& verification);
    // A person who was added to another check, from 1; 0: the check was started for itself.
    void setParticipant(int number);
    void setExpanded(bool expanded);
    void setValuesHidden(bool hidden);
    bool hasClaims() const;

Q_SIGNALS:
    // Staff want to see it where it runs.
    void openAsked(const verdesk::Verification& verification);
    void expandedChanged(bool expanded);

private:
    void arrange();
    void makeDetails();

    Text* title_;
    StateChip* state_;
    VerdictChip* verdict_;
    Text* line_;
    Card* reasonsCard_;
    Text* reasons_;
    Text* code_;
    Button* more_;
    Button* open_;
    QWidget* details_ = nullptr;
    ClaimTable* claims_ = nullptr;
    DocumentsCard* documents_ = nullptr;
    Rule* documentsEnd_ = nullptr;
    WatchlistCard* watchlist_ = nullptr;
    Rule* watchlistEnd_ = nullptr;
    Text* diagnostics_ = nullptr;
    desk::EvidenceBox* evidence_ = nullptr;
    Text* proof_ = nullptr;
    Verification verification_;
    int participant_ = 0;
    bool expanded_ = false;
    bool hidden_ = false;
};

}  // namespace verdesk::ui
