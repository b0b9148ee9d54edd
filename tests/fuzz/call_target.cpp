// What a provider answers. The input's first piece names the call, and whether the attempt's key is the one that
// `begin` gave ("poll begun") or another ("poll known"); for a call that hands something in, the second piece is that;
// all others are the replies, in order. When they are used up, nobody answers any more.
#include "tests/fuzz/bank.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/sound.h"
#include "tests/fuzz/targets.h"

#include <deque>

namespace verdesk::fuzz {

using namespace providers;

namespace {

constexpr int mostRequests = 300;  // of a call that asks page by page

using Replies = std::deque<HttpReply>;

template <class T>
void drive(Exchange<T> call, Replies replies) {
    try {
        int requests = 0;
        for (auto* request = call.start(); request != nullptr;) {
            requireSound(*request);
            require(++requests <= mostRequests, "a call that does not end");
            if (replies.empty()) {
                request =
                    call.fail(std::make_exception_ptr(ProviderError{Failure::providerUnreachable, "nobody answers"}));
            } else {
                auto reply = std::move(replies.front());
                replies.pop_front();
                request = call.answer(std::move(reply));
            }
        }
        if constexpr (std::is_void_v<T>) {
            call.result();
        } else {
            requireSound(call.result());
        }
    } catch (const ProviderError& error) {
        requireSound(error);
    }
}

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
    const auto complete = [&](const Return& returned) {
        drive(provider.complete(context, attempt, returned), std::move(given.replies));
    };
    if (given.what == "begin") {
        auto subject = desk.subject();
        for (const auto launch : desk.flow->flow.launches) {
            subject.launch = launch;
            drive(provider.begin(context, subject), given.replies);
        }
    } else if (given.what == "poll") {
        drive(provider.poll(context, attempt), std::move(given.replies));
    } else if (given.what == "probe") {
        drive(provider.probe(context), std::move(given.replies));
    } else if (given.what == "forget") {
        drive(provider.forget(context, attempt), std::move(given.replies));
    } else if (given.what == "fetch") {
        const DocumentRef document{given.handedIn, "https://files.example/1"};
        drive(provider.fetch(context, document), std::move(given.replies));
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
