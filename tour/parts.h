#pragma once
// The two halves of the tour, each with a desk of its own.

#include "tour/film.h"

#include <QString>

class QApplication;

namespace verdesk::tour {

// An institution with a configured backend: every kind of check, every kind of no, an outage, a sanctions match, an
// officer.
void atTheBank(QApplication& application, Film& film, const QString& programs, const QString& folder);
// No configuration at all: what somebody sees who starts Verdesk to try it.
void inPractice(QApplication& application, Film& film, const QString& folder);

}  // namespace verdesk::tour
