#pragma once
// Says something to a screen reader without moving the focus.

#include <QString>

class QWidget;

namespace verdesk::ui {

// Makes `words` the accessible name of `widget` and reports it as an alert, if it is visible and the words are new.
void announce(QWidget* widget, const QString& words);

}  // namespace verdesk::ui
