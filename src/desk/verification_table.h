#pragma once
// The verification as the counter sees it: one table of pages and events (verification_table.cpp), without widgets,
// network or clock. Screens follow the page; they never decide it. `blocked` wins from every page and offers no way on.

#include "claims/named.h"
#include "contract/verification.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace verdesk::desk {

// What is on the screen for one check.
enum class Page : std::uint8_t {
    newCheck,    // no verification yet, or put away
    form,        // the flow's questions, filled in before there is a verification
    requesting,  // asked for, nothing to show yet
    qr,
    token,
    browser,  // the provider's own page: a widget, a redirect or a script
    verifying,
    summary,  // completed: the claims
    declined,
    expired,
    cancelled,
    failed,
    blocked
};
constexpr std::array<Word<Page>, 13> wordsOf(Page) {
    return {{{Page::newCheck, "newCheck"},
             {Page::form, "form"},
             {Page::requesting, "requesting"},
             {Page::qr, "qr"},
             {Page::token, "token"},
             {Page::browser, "browser"},
             {Page::verifying, "verifying"},
             {Page::summary, "summary"},
             {Page::declined, "declined"},
             {Page::expired, "expired"},
             {Page::cancelled, "cancelled"},
             {Page::failed, "failed"},
             {Page::blocked, "blocked"}}};
}

// The verification still runs: it may be cancelled and it can end.
constexpr bool isRunning(Page page) {
    return page >= Page::requesting && page <= Page::verifying;
}
constexpr bool isEnd(Page page) {
    return page >= Page::summary;
}

enum class Event : std::uint8_t {
    // staff
    start,
    fillIn,     // the flow has questions to be filled in first
    leaveForm,  // back, without a start
    enterToken,
    backToQr,
    submitToken,
    cancel,
    newCode,
    tryAgain,
    closeCase,
    reloadPage,  // the provider's page, from its start
    renewPage,   // the same, where that needs a fresh launch
    next,
    // what the provider's page says, or is seen doing
    pageForwarded,  // a message for the backend
    pageFinished,   // the customer's part is over; that is no result
    pageReturned,   // it led to the address where the provider comes back to
    pageWentBack,   // it led to the provider's own way back: the customer does not want to
    pageTroubled,   // it cannot go on; the verification is untouched
    // what the backend says of the verification
    nowRequesting,
    nowAwaitingQr,
    nowAwaitingToken,
    nowAwaitingBrowser,
    nowVerifying,
    nowCompleted,
    nowDeclined,
    nowExpired,
    nowCancelled,
    nowFailed,
    nowBlocked,
    nowUnknown,  // a state or launch that this version does not know
    // what became of a call of ours
    startRefused,
    formRefused,  // a start after a form: what was filled in can be changed, or sent again
    tokenRefused,
    cancelRefused,
    reportRefused,  // of what the provider's page said
    renewRefused,
    reportDropped,  // the backend took it for none of this check's, and waits for the customer as before
    caseClosed,
    closeRefused,
    // the connection
    connectionLost,
    connectionBack
};
constexpr std::array<Word<Event>, 41> wordsOf(Event) {
    return {{{Event::start, "start"},
             {Event::fillIn, "fillIn"},
             {Event::leaveForm, "leaveForm"},
             {Event::enterToken, "enterToken"},
             {Event::backToQr, "backToQr"},
             {Event::submitToken, "submitToken"},
             {Event::cancel, "cancel"},
             {Event::newCode, "newCode"},
             {Event::tryAgain, "tryAgain"},
             {Event::closeCase, "closeCase"},
             {Event::reloadPage, "reloadPage"},
             {Event::renewPage, "renewPage"},
             {Event::next, "next"},
             {Event::pageForwarded, "pageForwarded"},
             {Event::pageFinished, "pageFinished"},
             {Event::pageReturned, "pageReturned"},
             {Event::pageWentBack, "pageWentBack"},
             {Event::pageTroubled, "pageTroubled"},
             {Event::nowRequesting, "nowRequesting"},
             {Event::nowAwaitingQr, "nowAwaitingQr"},
             {Event::nowAwaitingToken, "nowAwaitingToken"},
             {Event::nowAwaitingBrowser, "nowAwaitingBrowser"},
             {Event::nowVerifying, "nowVerifying"},
             {Event::nowCompleted, "nowCompleted"},
             {Event::nowDeclined, "nowDeclined"},
             {Event::nowExpired, "nowExpired"},
             {Event::nowCancelled, "nowCancelled"},
             {Event::nowFailed, "nowFailed"},
             {Event::nowBlocked, "nowBlocked"},
             {Event::nowUnknown, "nowUnknown"},
             {Event::startRefused, "startRefused"},
             {Event::formRefused, "formRefused"},
             {Event::tokenRefused, "tokenRefused"},
             {Event::cancelRefused, "cancelRefused"},
             {Event::reportRefused, "reportRefused"},
             {Event::renewRefused, "renewRefused"},
             {Event::reportDropped, "reportDropped"},
             {Event::caseClosed, "caseClosed"},
             {Event::closeRefused, "closeRefused"},
             {Event::connectionLost, "connectionLost"},
             {Event::connectionBack, "connectionBack"}}};
}

// What whoever drives the table has to do.
enum class Action : std::uint8_t {
    none,
    ignore,  // the event says nothing on this page: late, repeated, or a control that the page does not have
    startVerification,
    abandon,  // leave a check that never began; what was filled in is kept for another start
    sendToken,
    sendCancel,
    sendClose,
    sendReport,    // what the provider's page said or did, to the backend
    sendRenewal,   // ask for a fresh launch
    showTrouble,   // the page's trouble in words, with the ways on
    clearTrouble,  // the page is loaded anew
    putAway,       // leave the check; its claims are no longer shown
    showProblem,   // say in words what was refused; nothing typed is lost
    showUnknown,   // say that this desk is too old to know what goes on
    showOffline,   // the deadline goes on counting; say that the backend does not answer
    readAgain      // ask the backend how the verification stands
};
constexpr std::array<Word<Action>, 16> wordsOf(Action) {
    return {{{Action::none, "none"},
             {Action::ignore, "ignore"},
             {Action::startVerification, "startVerification"},
             {Action::abandon, "abandon"},
             {Action::sendToken, "sendToken"},
             {Action::sendCancel, "sendCancel"},
             {Action::sendClose, "sendClose"},
             {Action::sendReport, "sendReport"},
             {Action::sendRenewal, "sendRenewal"},
             {Action::showTrouble, "showTrouble"},
             {Action::clearTrouble, "clearTrouble"},
             {Action::putAway, "putAway"},
             {Action::showProblem, "showProblem"},
             {Action::showUnknown, "showUnknown"},
             {Action::showOffline, "showOffline"},
             {Action::readAgain, "readAgain"}}};
}

struct Step {
    Page next;
    Action action;
    std::string_view exit;  // the code of a way out, explained in docs/failure-codes.md; empty where it is none
    bool operator==(const Step&) const = default;
};

// The table. Total: every page has a step for every event.
Step stepOf(Page page, Event event);

// What a verification, read from the backend, is to the table: its verdict first, then its state.
Event eventOf(const Verification& verification);

// The code printed on the page: the verification's own, or else the one of the way out.
std::string_view exitCodeOf(const Verification& verification);

}  // namespace verdesk::desk
