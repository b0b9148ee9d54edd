#pragma once
// How the result reached us, and why it can be believed.

#include "contract/verification.h"
#include "ui/parts/card.h"

namespace verdesk::ui {

class Text;

class ProofCard : public Card {
    Q_OBJECT

public:
    explicit ProofCard(QWidget* parent = nullptr);
    void setProof(const std::optional<Proof>& proof, const QString& provider);

private:
    Text* heading_;
    Text* text_;
};

}  // namespace verdesk::ui
