// What a provider's page says, and with what a browser comes back: the input is the message, the query behind our
// return address, or the whole address. Nobody answers the calls that it leads to.
#include "tests/fuzz/bank.h"
#include "tests/fuzz/drive.h"

namespace verdesk::fuzz {

using namespace providers;

namespace {

void handIn(const Desk& desk, bool begun, const Return& returned) {
    const auto context = desk.context();
    const auto attempt = desk.attempt(begun);
    Replies none;
    drive(desk.provider->complete(context, attempt, returned), none);
}

}  // namespace

void page(std::string_view flow, std::string_view input) {
    const auto& desk = deskOf(flow);
    const std::string text{input};
    for (const bool begun : {true, false}) {
        handIn(desk, begun, MessageReturn{text});
        handIn(desk, begun, RedirectReturn{text});
        handIn(desk, begun, RedirectReturn{desk.returnUrl() + "?" + text});
        handIn(desk, begun, RedirectReturn{desk.returnUrl() + "?state=" + Desk::nonce + "&" + text});
    }
    for (const auto& url : {text, desk.returnUrl() + "?" + text}) {
        requireText(desk.provider->keyOfReturn(url).value_or(""), "the key of a return");
    }
}

}  // namespace verdesk::fuzz
