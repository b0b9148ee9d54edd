// What a provider pushes. The input is the body; with an RS in it, headers and then the body. It comes as it is, and
// once more signed or encrypted as the provider would have.
#include "tests/fuzz/bank.h"
#include "tests/fuzz/genuine.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/sound.h"
#include "tests/fuzz/targets.h"

namespace verdesk::fuzz {

void webhook(std::string_view flow, std::string_view input) {
    const auto& desk = deskOf(flow);
    const auto context = desk.context();
    providers::PushRequest request;
    const auto end = input.find(pieceEnd);
    if (end != std::string_view::npos) {
        auto headers = input.substr(0, end);
        request.headers = headersOf(headers);
        input.remove_prefix(end + 1);
    }
    request.body = input;
    requireSound(desk.provider->receive(context, request));

    Genuine::make(desk.account->provider, desk.account->account, request);
    requireSound(desk.provider->receive(context, request));
}

}  // namespace verdesk::fuzz
