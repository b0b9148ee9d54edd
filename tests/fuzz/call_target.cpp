// What a provider answers. The input's first piece names the call, and whether the attempt's key is the one that
// `begin` gave ("poll begun") or another ("poll known"); for a call that hands something in, the second piece is that
// ("fetch": the document's address); all others are the replies, in order. Of a result the documents that it wants are
// fetched as well, with the replies that are left.
#include "tests/fuzz/bank.h"
#include "tests/fuzz/drive.h"
#include "tests/fuzz/pieces.h"

namespace verdesk::fuzz {

using namespace providers;

namespace {

struct Case {
    std::string_view what;
    bool begun = false;
    std::string handedIn;
    Replies replies;
};

bool handsIn(std::string_view what) {
    return what == "message" || what == "redirect" || what == "token" || what == "fetch";
}

Case caseOf(std::string_view input) {
    const auto pieces = piecesOf(input);
    Case made;
    const auto blank = pieces[0].find(' ');
    made.what = pieces[0].substr(0, blank);
    made.begun = blank != std::string_view::npos && pieces[0].substr(blank + 1) == "begun";
    std::size_t next = 1;
    if (handsIn(made.what) && pieces.size() > 1) {
        made.handedIn = pieces[next++];
    }
    for (; next < pieces.size(); ++next) {
        made.replies.push_back(replyOf(pieces[next]));
    }
    return made;
}

}  // namespace

void call(std::string_view flow, std::string_view input) {
    const auto& desk = deskOf(flow);
    auto given = caseOf(input);
    const auto context = desk.context();
    const auto attempt = desk.attempt(given.begun);
    const auto& provider = *desk.provider;
    const auto fetch = [&](const DocumentRef& document) { drive(provider.fetch(context, document), given.replies); };
    const auto result = [&](Exchange<Progress> asked) {
        if (const auto progress = drive(std::move(asked), given.replies)) {
            for (const auto& document : progress->toFetch) {
                if (given.replies.empty()) {
                    break;
                }
                fetch(document);
            }
        }
    };
    const auto complete = [&](const Return& returned) { result(provider.complete(context, attempt, returned)); };
    if (given.what == "begin") {
        auto subject = desk.subject();
        for (const auto launch : desk.flow->flow.launches) {
            subject.launch = launch;
            auto replies = given.replies;
            drive(provider.begin(context, subject), replies);
        }
    } else if (given.what == "poll") {
        result(provider.poll(context, attempt));
    } else if (given.what == "probe") {
        drive(provider.probe(context), given.replies);
    } else if (given.what == "forget") {
        drive(provider.forget(context, attempt), given.replies);
    } else if (given.what == "fetch") {
        fetch({"a.b", given.handedIn});
    } else if (given.what == "message") {
        complete(MessageReturn{given.handedIn});
    } else if (given.what == "redirect") {
        // With our state, and what the input says behind it.
        complete(RedirectReturn{desk.returnUrl() + "?state=" + Desk::nonce + "&" + given.handedIn});
    } else if (given.what == "token") {
        complete(TokenReturn{crypto::Secret{given.handedIn}});
    } else if (given.what == "closed") {
        complete(ClosedReturn{});
    }
}

}  // namespace verdesk::fuzz
