#pragma once
// What the customer is asked for, line by line.

#include "ui/parts/card.h"

#include <string>
#include <vector>

namespace verdesk::ui {

class AsksCard : public Card {
    Q_OBJECT

public:
    explicit AsksCard(QWidget* parent = nullptr);
    void setAsks(const std::vector<std::string>& asks);

private:
    std::vector<std::string> asks_;
    QWidget* lines_ = nullptr;
};

}  // namespace verdesk::ui
