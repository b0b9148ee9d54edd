#pragma once
// Why a provider's page cannot go on, in words and with the code that docs/failure-codes.md explains.

#include "ui/parts/words.h"
#include "ui/verify/widget_host.h"

namespace verdesk::ui {

// Besides what a view tells: this desk has no view.
inline constexpr std::string_view noViewCode = "VD-W108";
// And besides that: the backend took what the page led to for none of this check's (desk::Event::reportDropped).
inline constexpr std::string_view droppedCode = "VD-W109";
// Or there was no fresh launch for a page that opens once (desk::Event::renewRefused).
inline constexpr std::string_view noFreshPageCode = "VD-W111";

std::string_view codeOf(WidgetTrouble trouble);

// What the notice says for a code, and which ways on it has besides the phone and another check.
struct TroubleWords {
    EndWords words;
    bool mayReload = false;  // it may work the next time
    QString show = {};       // the page may still be usable as it is: what the way there is called
};
// Which ways on there are here besides another check: the words name no other.
struct Offered {
    bool phone = false;
    bool page = false;  // a view, which may be shown nonetheless
};
// `detail`: for a desk without a view, why; for an engine that is too old, which there is and which is asked for. In
// words.
TroubleWords troubleWords(std::string_view code, const QString& provider, const QString& detail, Offered offered);

// What was not acted on, in one line for support.
QString inWords(const WidgetCounts& counts);

}  // namespace verdesk::ui
