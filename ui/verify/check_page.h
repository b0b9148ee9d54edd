#pragma once
// What the pages of one check have in common: they are told the check and follow it; what staff do goes out as the
// table's own events.

#include "desk/open_checks.h"
#include "desk/page_report.h"
#include "ui/parts/clock.h"
#include "ui/parts/page.h"

#include <QUrl>

namespace verdesk::ui {

struct VerifyContext;

class CheckPage : public Page {
    Q_OBJECT

public:
    using Page::Page;

    virtual void setCheck(const desk::Check& check) = 0;
    // What stays the same while somebody is signed in; set before the first check, and again when it changed.
    virtual void setContext(const VerifyContext& context);
    // Where the focus goes when the page comes up.
    virtual QWidget* firstFocus() = 0;

Q_SIGNALS:
    void staffDid(verdesk::desk::Event event);
    void anotherCheckAsked();                               // one more in the same case, of another kind
    void answersChanged(const verdesk::Answers& filledIn);  // of the form
    void tokenSubmitted(const QString& token);
    // The page of that check goes, with this in its field; and comes again, with an empty one.
    void tokenLeft(int id, const QString& typed);
    void tokenWanted(int id);
    void showClaimsAsked();
    void playCustomer(const QUrl& phone);
    void fallbackAsked();  // the flow that its flow names for where it cannot be used
    // Of the provider's page.
    void pageSaid(const verdesk::desk::PageReport& report);
    void pageTroubled(const std::string& code);

protected:
    // "C-2231-884 · Account opening · K7-204"
    static QString subtitleOf(const desk::Check& check);
    static QString nameOf(const desk::Check& check);
    static Environment environmentOf(const desk::Check& check);
    // Of the deadline, on the steady clock; nothing where there is none.
    static std::optional<Deadline> deadlineOf(const desk::Check& check);
};

// The launch of that kind, or null.
template <class Kind>
const Kind* launchOf(const desk::Check& check) {
    if (check.verification) {
        for (const auto& launch : check.verification->launches) {
            if (const auto* found = std::get_if<Kind>(&launch.what)) {
                return found;
            }
        }
    }
    return nullptr;
}

}  // namespace verdesk::ui
