#include "desk/verification_table.h"

#include <algorithm>
#include <optional>

namespace verdesk::desk {
namespace {

constexpr std::size_t pageCount = wordsOf(Page{}).size();
constexpr std::size_t eventCount = wordsOf(Event{}).size();

// A set of pages, so that a row may speak for several.
struct Pages {
    std::uint16_t bits = 0;
    constexpr bool has(Page page) const {
        return (bits >> static_cast<unsigned>(page) & 1U) != 0;
    }
};
template <class... Each>
constexpr Pages in(Each... each) {
    return {static_cast<std::uint16_t>(((1U << static_cast<unsigned>(each)) | ... | 0U))};
}
constexpr Pages operator|(Pages a, Pages b) {
    return {static_cast<std::uint16_t>(a.bits | b.bits)};
}
constexpr Pages but(Pages pages) {
    return {static_cast<std::uint16_t>(~pages.bits & ((1U << pageCount) - 1U))};
}

constexpr Pages fresh = in(Page::newCheck);
constexpr Pages before = in(Page::newCheck, Page::form);  // there is no verification
constexpr Pages waiting = in(Page::qr, Page::token, Page::browser);
constexpr Pages running = in(Page::requesting, Page::verifying) | waiting;
constexpr Pages stopped = in(Page::blocked);
constexpr Pages ended = in(Page::summary, Page::declined, Page::expired, Page::cancelled, Page::failed);
constexpr Pages repeatable = in(Page::declined, Page::expired, Page::cancelled, Page::failed);

struct Row {
    Pages from;
    Event on;
    std::optional<Page> to;  // nothing: the page stays
    Action action = Action::none;
    std::string_view exit = {};
};
constexpr std::optional<Page> stay = std::nullopt;

// clang-format off
constexpr auto table = std::to_array<Row>({
    // from                                    on                        to               action                     exit
    // Staff. A control that a page does not have is ignored there.
    {before,                                   Event::start,             Page::requesting, Action::startVerification},
    {but(before),                              Event::start,             stay,             Action::ignore},
    {fresh,                                    Event::fillIn,            Page::form},
    {but(fresh),                               Event::fillIn,            stay,             Action::ignore},
    {in(Page::form),                           Event::leaveForm,         Page::newCheck,   Action::abandon},
    {but(in(Page::form)),                      Event::leaveForm,         stay,             Action::ignore},
    {in(Page::qr),                             Event::enterToken,        Page::token},
    {but(in(Page::qr)),                        Event::enterToken,        stay,             Action::ignore},
    {in(Page::token),                          Event::backToQr,          Page::qr},
    {but(in(Page::token)),                     Event::backToQr,          stay,             Action::ignore},
    {in(Page::token),                          Event::submitToken,       Page::verifying,  Action::sendToken},
    {but(in(Page::token)),                     Event::submitToken,       stay,             Action::ignore},
    {running,                                  Event::cancel,            stay,             Action::sendCancel},
    {but(running),                             Event::cancel,            stay,             Action::ignore},
    {in(Page::expired),                        Event::newCode,           Page::requesting, Action::startVerification},
    {but(in(Page::expired)),                   Event::newCode,           stay,             Action::ignore},
    {repeatable,                               Event::tryAgain,          Page::requesting, Action::startVerification},
    {but(repeatable),                          Event::tryAgain,          stay,             Action::ignore},
    {ended | stopped,                          Event::closeCase,         stay,             Action::sendClose},
    {before | running,                         Event::closeCase,         stay,             Action::ignore},
    {in(Page::browser),                        Event::reloadPage,        stay,             Action::clearTrouble},
    {but(in(Page::browser)),                   Event::reloadPage,        stay,             Action::ignore},
    {in(Page::browser),                        Event::renewPage,         stay,             Action::sendRenewal},
    {but(in(Page::browser)),                   Event::renewPage,         stay,             Action::ignore},
    {ended | stopped,                          Event::next,              Page::newCheck,   Action::putAway},
    {before | running,                         Event::next,              stay,             Action::ignore},

    // The provider's page. "Closed" means that the customer is done, and never more than that.
    {in(Page::browser),                        Event::pageForwarded,     stay,             Action::sendReport},
    {but(in(Page::browser)),                   Event::pageForwarded,     stay,             Action::ignore},
    {in(Page::browser),                        Event::pageFinished,      Page::verifying,  Action::sendReport},
    {but(in(Page::browser)),                   Event::pageFinished,      stay,             Action::ignore},
    {in(Page::browser),                        Event::pageReturned,      Page::verifying,  Action::sendReport},
    {but(in(Page::browser)),                   Event::pageReturned,      stay,             Action::ignore},
    {in(Page::browser),                        Event::pageWentBack,      Page::verifying,  Action::sendReport},
    {but(in(Page::browser)),                   Event::pageWentBack,      stay,             Action::ignore},
    {in(Page::browser),                        Event::pageTroubled,      stay,             Action::showTrouble,       "VD-W100"},
    {but(in(Page::browser)),                   Event::pageTroubled,      stay,             Action::ignore},

    // The backend. An end never changes; what comes after it, or out of order, is ignored. Only `blocked` overrides.
    {but(Pages{}),                             Event::nowRequesting,     stay,             Action::ignore},
    {in(Page::requesting),                     Event::nowAwaitingQr,     Page::qr},
    {but(in(Page::requesting)),                Event::nowAwaitingQr,     stay,             Action::ignore},
    {in(Page::requesting),                     Event::nowAwaitingToken,  Page::token},
    {but(in(Page::requesting)),                Event::nowAwaitingToken,  stay,             Action::ignore},
    {in(Page::requesting),                     Event::nowAwaitingBrowser, Page::browser},
    {but(in(Page::requesting)),                Event::nowAwaitingBrowser, stay,            Action::ignore},
    {in(Page::requesting) | waiting,           Event::nowVerifying,      Page::verifying},
    {but(in(Page::requesting) | waiting),      Event::nowVerifying,      stay,             Action::ignore},
    {running,                                  Event::nowCompleted,      Page::summary,    Action::none,              "VD-C001"},
    {but(running),                             Event::nowCompleted,      stay,             Action::ignore},
    {running,                                  Event::nowDeclined,       Page::declined,   Action::none,              "VD-D100"},
    {but(running),                             Event::nowDeclined,       stay,             Action::ignore},
    {running,                                  Event::nowExpired,        Page::expired,    Action::none,              "VD-D102"},
    {but(running),                             Event::nowExpired,        stay,             Action::ignore},
    {running,                                  Event::nowCancelled,      Page::cancelled,  Action::none,              "VD-C002"},
    {but(running),                             Event::nowCancelled,      stay,             Action::ignore},
    {running,                                  Event::nowFailed,         Page::failed,     Action::none,              "VD-F200"},
    {but(running),                             Event::nowFailed,         stay,             Action::ignore},
    {but(stopped),                             Event::nowBlocked,        Page::blocked,    Action::none,              "VD-D106"},
    {stopped,                                  Event::nowBlocked,        stay,             Action::ignore},
    {running,                                  Event::nowUnknown,        stay,             Action::showUnknown,       "VD-A304"},
    {but(running),                             Event::nowUnknown,        stay,             Action::ignore},

    // What became of a call.
    {in(Page::requesting),                     Event::startRefused,      Page::newCheck,   Action::showProblem,       "VD-A301"},
    {but(in(Page::requesting)),                Event::startRefused,      stay,             Action::ignore},
    {in(Page::requesting),                     Event::formRefused,       Page::form,       Action::showProblem,       "VD-A301"},
    {but(in(Page::requesting)),                Event::formRefused,       stay,             Action::ignore},
    {in(Page::verifying),                      Event::tokenRefused,      Page::token,      Action::showProblem,       "VD-A302"},
    {but(in(Page::verifying)),                 Event::tokenRefused,      stay,             Action::ignore},
    {running,                                  Event::cancelRefused,     stay,             Action::showProblem,       "VD-A303"},
    {but(running),                             Event::cancelRefused,     stay,             Action::ignore},
    {in(Page::browser, Page::verifying),       Event::reportRefused,     Page::browser,    Action::showProblem,       "VD-A306"},
    {but(in(Page::browser, Page::verifying)),  Event::reportRefused,     stay,             Action::ignore},
    {in(Page::browser),                        Event::renewRefused,      stay,             Action::showTrouble,       "VD-W111"},
    {but(in(Page::browser)),                   Event::renewRefused,      stay,             Action::ignore},
    {in(Page::verifying),                      Event::reportDropped,     Page::browser,    Action::showTrouble,       "VD-W109"},
    {but(in(Page::verifying)),                 Event::reportDropped,     stay,             Action::ignore},
    {ended | stopped,                          Event::caseClosed,        Page::newCheck,   Action::putAway,           "VD-C003"},
    {before | running,                         Event::caseClosed,        stay,             Action::ignore},
    {ended | stopped,                          Event::closeRefused,      stay,             Action::showProblem,       "VD-A305"},
    {before | running,                         Event::closeRefused,      stay,             Action::ignore},

    // The connection.
    {running,                                  Event::connectionLost,    stay,             Action::showOffline},
    {but(running),                             Event::connectionLost,    stay,             Action::ignore},
    {but(before),                              Event::connectionBack,    stay,             Action::readAgain},
    {before,                                   Event::connectionBack,    stay,             Action::ignore},
});
// clang-format on

constexpr std::size_t rowsFor(Page page, Event event) {
    std::size_t count = 0;
    for (const auto& row : table) {
        count += row.on == event && row.from.has(page) ? 1 : 0;
    }
    return count;
}
constexpr bool everyPairOnce() {
    for (std::size_t page = 0; page < pageCount; ++page) {
        for (std::size_t event = 0; event < eventCount; ++event) {
            if (rowsFor(static_cast<Page>(page), static_cast<Event>(event)) != 1) {
                return false;
            }
        }
    }
    return true;
}
static_assert(everyPairOnce(), "every page needs exactly one row for every event");

}  // namespace

Step stepOf(Page page, Event event) {
    for (const auto& row : table) {
        if (row.on == event && row.from.has(page)) {
            return {row.to.value_or(page), row.action, row.exit};
        }
    }
    return {page, Action::ignore, {}};  // cannot be reached: see everyPairOnce
}

namespace {

Event awaitingOf(const Verification& verification) {
    const auto& launches = verification.launches;
    if (std::none_of(launches.begin(), launches.end(),
                     [&](const Launch& launch) { return kindOf(launch) == verification.launch; })) {
        return Event::nowUnknown;
    }
    switch (verification.launch) {
        case LaunchKind::qr:
            return Event::nowAwaitingQr;
        case LaunchKind::token:
            return Event::nowAwaitingToken;
        case LaunchKind::widget:
        case LaunchKind::redirect:
        case LaunchKind::script:
            return Event::nowAwaitingBrowser;
        case LaunchKind::unknown:
            break;
    }
    return Event::nowUnknown;
}

}  // namespace

Event eventOf(const Verification& verification) {
    if (verification.verdict == claims::Verdict::blocked) {
        return Event::nowBlocked;
    }
    switch (verification.state) {
        case State::requesting:
            return Event::nowRequesting;
        case State::awaiting:
            return awaitingOf(verification);
        case State::verifying:
            return Event::nowVerifying;
        case State::completed:
            return Event::nowCompleted;
        case State::declined:
            return Event::nowDeclined;
        case State::expired:
            return Event::nowExpired;
        case State::cancelled:
            return Event::nowCancelled;
        case State::failed:
            return Event::nowFailed;
        case State::unknown:
            break;
    }
    return Event::nowUnknown;
}

std::string_view exitCodeOf(const Verification& verification) {
    if (!verification.code.empty()) {
        return verification.code;
    }
    return stepOf(Page::requesting, eventOf(verification)).exit;
}

}  // namespace verdesk::desk
