#pragma once
// What every chapter of the tour works with: the providers' side, the institution's backend, the desk, and the record.

#include "tour/film.h"
#include "tour/hand.h"
#include "tour/stage/backend.h"
#include "tour/stage/sandbox.h"
#include "ui/shell/desk_application.h"

namespace verdesk::tour {

class Phone;

struct Visit {
    stage::Sandbox& sandbox;
    stage::Backend& backend;
    ui::DeskApplication& desk;
    Hand& hand;
    Film& film;

    void picture(const QString& name);
    void picture(const QString& name, Phone& phone);
    // What nothing tells of gets so long to happen.
    void rest(int ms);

    void signIn(const stage::Person& person);
    void signOut();
    // Fills in the form for a new case and starts a check; leaves the page that follows.
    void startCheck(const QString& reference, const QString& card);
    // The same up to the code on the QR page, which it returns.
    QString startQr(const QString& reference);
    void startToken(const QString& reference, const QString& token);
    // Back to an empty form.
    void nextCustomer();
    // The same, but the check stays as it is, and its case open.
    void leaveOpen();
    // In the strip of checks: the one that is called so, "C-2231-201" or "Participant 1".
    void backTo(const QString& check);
    // From the list of cases.
    void openCase(const QString& reference);
    // What that list says of one, now: "Closed, Pass".
    QString inTheList(const QString& reference);
};

// Shows the window and waits until somebody may sign in.
void openDesk(ui::DeskApplication& desk);

// Reference, purpose, consent and attestation of a new case.
void fillInForm(Hand& hand, const QString& reference);

// The chapters, in the order in which they are run. Each records its own steps.
void signInChapter(Visit& visit);
void counterChapter(Visit& visit);
void refusalsChapter(Visit& visit);
void outageChapter(Visit& visit);
void sanctionsChapter(Visit& visit);
void officerChapter(Visit& visit);
void widgetChapter(Visit& visit);
void redirectChapter(Visit& visit);
void fallbackChapter(Visit& visit);
void unmatchedChapter(Visit& visit);
void passbaseChapter(Visit& visit);
void passbaseEventsChapter(Visit& visit);
void passbaseLinkChapter(Visit& visit);
void knownCustomerChapter(Visit& visit);
void identomatChapter(Visit& visit);
void questionnaireChapter(Visit& visit);
void videoCallChapter(Visit& visit);
void identomatRefusalsChapter(Visit& visit);
void lateFindingChapter(Visit& visit);
void soundChapter(Visit& visit);

}  // namespace verdesk::tour
