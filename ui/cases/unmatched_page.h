#pragma once
// Results that a provider sent without saying which check they belong to, for officers: the list, and what to do with
// the one that is chosen. Follows a desk::UnmatchedBook.

#include "desk/unmatched_book.h"
#include "ui/parts/page.h"

namespace verdesk::ui {

class Banner;
class Card;
class ChoiceTable;
class EmptyState;
class Skeleton;
class UnmatchedPanel;

class UnmatchedPage : public Page {
    Q_OBJECT

public:
    explicit UnmatchedPage(desk::UnmatchedBook& book, QWidget* parent = nullptr);

    // Staff came here.
    void enter();

private:
    void follow();
    void choose(int row);

    desk::UnmatchedBook& book_;
    Banner* problem_;
    Banner* done_;
    QWidget* both_;
    ChoiceTable* table_;
    UnmatchedPanel* panel_;
    EmptyState* none_;
    EmptyState* failed_;
    Skeleton* loading_;
};

}  // namespace verdesk::ui
