#include "providers/passbase/launches.h"

#include "crypto/bytes.h"
#include "providers/base_url.h"
#include "providers/query.h"

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;

constexpr const char* sdkVersion = "4.4.0";  // of the published button, whose part the desk plays

std::vector<std::string> originsOf(const std::string& page, const AccountSettings& account) {
    std::vector<std::string> origins{originOf(page)};
    origins.insert(origins.end(), account.pageOrigins.begin(), account.pageOrigins.end());
    return origins;
}

// Where the frame lies in the page. It fills the view; how large that is only the desk knows.
json boundingRect() {
    auto rect = json::object();
    for (const auto* member : {"x", "y", "top", "left", "right", "bottom", "width", "height"}) {
        rect[member] = 0;
    }
    return rect;
}

MessageRule greeting(const AccountSettings& account, const FlowSettings& flow, const Prefill& prefill,
                     const std::string& metadata) {
    json data{{"apiKey", account.publishableKey},
              {"hidden", !flow.showButton},
              {"sdkVersion", sdkVersion},
              {"iframeBoundingRect", boundingRect()}};
    if (!prefill.empty()) {
        data["prefillAttributes"] = toJson(prefill);
    }
    if (!metadata.empty()) {
        data["metaData"] = metadata;
    }
    MessageRule rule{json{{"type", "iframeLoaded"}}, MessageAction::reply,
                     json{{"type", "iframeInitialize"}, {"data", std::move(data)}}};
    if (!flow.showButton) {
        rule.further.push_back(json{{"type", "iframeInitialize"}});  // what the published button's start() sends
    }
    return rule;
}

}  // namespace

WidgetLaunch buttonLaunch(const AccountSettings& account, const FlowSettings& flow, const Prefill& prefill,
                          const std::string& metadata) {
    WidgetLaunch launch;
    launch.page = account.buttonUrl;
    launch.placement = Placement::iframe;
    launch.origins = originsOf(launch.page, account);
    launch.allow = {"microphone", "camera", "clipboard-write"};
    launch.on.push_back(greeting(account, flow, prefill, metadata));
    for (const auto* type : {"iframeSubmitted", "iframeFinish", "iframeError"}) {
        launch.on.push_back({json{{"type", type}}, MessageAction::forward, nullptr});
    }
    return launch;
}

RedirectLaunch linkLaunch(const AccountSettings& account, const Prefill& prefill) {
    // It leads nowhere afterwards: no way back is documented.
    return {linkOf(account, prefill), {}, {}, originsOf(account.linkUrl, account), {"microphone", "camera"}};
}

std::vector<std::string> pageOrigins(const AccountSettings& account, const std::vector<LaunchKind>& launches) {
    std::vector<std::string> origins;
    for (const auto launch : launches) {
        const auto more = originsOf(launch == LaunchKind::widget ? account.buttonUrl : account.linkUrl, account);
        origins.insert(origins.end(), more.begin(), more.end());
    }
    return origins;
}

std::string linkOf(const AccountSettings& account, const Prefill& prefill) {
    if (prefill.empty()) {
        return account.linkUrl;
    }
    const auto attributes =
        json{{"prefill_attributes", toJson(prefill)}}.dump(-1, ' ', false, json::error_handler_t::replace);
    return account.linkUrl + "?" + queryOf({{"p", crypto::toBase64(crypto::viewOf(attributes))}});
}

std::string phoneUrlOf(const AccountSettings& account, const Prefill& prefill) {
    const auto address = addressOf(account.linkUrl);
    return prefill.email.empty() || !address || isLoopback(address->host) ? std::string{} : linkOf(account, prefill);
}

}  // namespace verdesk::providers::passbase
