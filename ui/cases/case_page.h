#pragma once
// One case: its facts, its checks, what was decided, and for whoever may, the decision.

#include "contract/case.h"
#include "desk/call_error.h"
#include "ui/parts/page.h"

#include <QTimer>

#include <chrono>
#include <map>
#include <optional>

namespace verdesk::desk {
class EvidenceBox;
}

namespace verdesk::ui {

class Banner;
class Button;
enum class ButtonKind;
class Card;
class DecisionPanel;
class EmptyState;
class ErasePanel;
class FactsCard;
class Skeleton;
class Text;
class VerdictChip;
class VerificationCard;

class CasePage : public Page {
    Q_OBJECT

public:
    explicit CasePage(QWidget* parent = nullptr);

    void setRole(Role role);
    // Where documents come from; null: nowhere.
    void setEvidence(desk::EvidenceBox* evidence);
    // The claims' values are covered this long after the case was opened; zero: never.
    void setHideClaimsAfter(std::chrono::seconds after);

    void setLoading();
    void setFailed(const desk::CallError& error);
    // `stale`: why it could not be read again.
    void setCase(const Case& value, const std::optional<desk::CallError>& stale);
    void setDeciding(bool deciding);
    void showDecided(DecisionKind kind);
    void showRefused(const desk::CallError& error);
    void showErased();
    void showEraseRefused(const desk::CallError& error);
    // Nothing of the case stays.
    void forget();

Q_SIGNALS:
    void backAsked();
    void readAgainAsked();
    void newCheckAsked(const verdesk::CaseSummary& summary);
    void checkAsked(const verdesk::CaseSummary& summary, const verdesk::Verification& verification);
    void decideAsked(verdesk::DecisionKind kind, const QString& reason);
    void eraseAsked(const QString& reason);
    void otherCaseAsked(const verdesk::CaseId& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    Button* action(ButtonKind kind, const QString& text, const char* name);
    void arrangeActions();
    void arrangeChecks();
    VerificationCard* cardOf(const VerificationId& id);
    void tellNewFinding();
    void tellErasure();
    void openDecision(DecisionKind kind);
    void openErase();
    void setValuesHidden(bool hidden);

    Role role_ = Role::unknown;
    desk::EvidenceBox* evidence_ = nullptr;
    std::optional<Case> case_;
    std::chrono::seconds hideAfter_{0};
    QTimer hide_;
    VerdictChip* verdict_;
    Button* back_;
    Button* newCheck_;
    Button* close_;
    Button* escalate_;
    Button* reject_;
    Button* approve_;
    Button* erase_;
    Card* stop_;
    Banner* finding_;
    Banner* erased_;
    Banner* stale_;
    Banner* hidden_;
    Banner* done_;
    DecisionPanel* panel_;
    ErasePanel* erasing_;
    QWidget* content_;
    QVBoxLayout* aside_;
    FactsCard* facts_;
    Text* noChecks_;
    QVBoxLayout* checks_;
    std::map<VerificationId, VerificationCard*> cards_;
    EmptyState* failed_;
    Skeleton* loading_;
};

}  // namespace verdesk::ui
