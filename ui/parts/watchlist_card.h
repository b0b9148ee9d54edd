#pragma once
// The entries of watch lists that a check found, each with where it stands: whoever judges the match starts here. A
// long list opens by a key.

#include "claims/claim.h"
#include "ui/parts/card.h"

#include <vector>

namespace verdesk::ui {

class Button;
class Text;

class WatchlistCard : public Card {
    Q_OBJECT

public:
    explicit WatchlistCard(QWidget* parent = nullptr);

    // Hides itself where there are none.
    void setClaims(const std::vector<claims::Claim>& claims);
    void setCovered(bool covered);

private:
    void build();

    std::vector<claims::Claim> entries_;
    bool covered_ = false;
    bool all_ = false;
    Text* title_;
    QWidget* lines_;
    Button* more_;
};

}  // namespace verdesk::ui
