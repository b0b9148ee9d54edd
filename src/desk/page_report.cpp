#include "desk/page_report.h"

#include "contract/json_text.h"

namespace verdesk::desk {
namespace {

using nlohmann::json;

struct Body {
    json operator()(const PageForwarded& forwarded) const {
        auto message = jsonOrNone(forwarded.message);
        if (message.is_discarded()) {
            message = forwarded.message;
        }
        return {{"kind", "message"}, {"message", std::move(message)}};
    }
    json operator()(const PageReturned& returned) const {
        return {{"kind", "redirect"}, {"url", returned.url}};
    }
    json operator()(const PageFinished&) const {
        return {{"kind", "closed"}};
    }
    json operator()(const PageWentBack&) const {
        return {{"kind", "back"}};
    }
};

}  // namespace

Event eventOf(const PageReport& report) {
    constexpr std::array events{Event::pageForwarded, Event::pageReturned, Event::pageFinished, Event::pageWentBack};
    static_assert(events.size() == std::variant_size_v<PageReport>);
    return events.at(report.index());
}

json toJson(const PageReport& report) {
    return std::visit(Body{}, report);
}

}  // namespace verdesk::desk
