#pragma once
// How the result reached us, and why it can be believed; below it, small, what came along, for support.

#include "contract/verification.h"
#include "ui/parts/card.h"

namespace verdesk::ui {

class Text;

class ProofCard : public Card {
    Q_OBJECT

public:
    explicit ProofCard(QWidget* parent = nullptr);
    void setProof(const std::optional<Proof>& proof, const QString& provider);
    void setDiagnostics(const QString& lines);

private:
    Text* heading_;
    Text* text_;
    Text* diagnostics_;
};

}  // namespace verdesk::ui
