#pragma once
// The keys, and what to do when something is not as usual. Short, and true of this version.

#include "ui/parts/page.h"

namespace verdesk::ui {

class HelpPage : public Page {
    Q_OBJECT

public:
    explicit HelpPage(QWidget* parent = nullptr);
};

}  // namespace verdesk::ui
