#include "ui/webview/launch_plan.h"

#include "ui/webview/origins.h"

namespace verdesk::ui::webview {
namespace {

QUrl addressOf(const std::string& text) {
    return QUrl{QString::fromStdString(text), QUrl::StrictMode};
}

QStringList originsOf(const QUrl& page, const std::vector<std::string>& listed) {
    QStringList origins{originOf(page)};
    for (const auto& one : listed) {
        const auto address = addressOf(one);
        if (isProtected(address) && !originOf(address).isEmpty()) {
            origins << originOf(address);
        }
    }
    origins.removeDuplicates();
    return origins;
}

QStringList wordsFrom(const std::vector<std::string>& texts) {
    QStringList words;
    for (const auto& text : texts) {
        words << QString::fromStdString(text);
    }
    return words;
}

LaunchPlan planFor(const WidgetLaunch& widget) {
    LaunchPlan plan;
    plan.stage = widget.placement == Placement::top ? Stage::top : Stage::frame;
    plan.page = addressOf(widget.page);
    plan.origins = originsOf(plan.page, widget.origins);
    plan.allow = wordsFrom(widget.allow);
    plan.rules = widget.on;
    return plan;
}

LaunchPlan planFor(const RedirectLaunch& redirect) {
    LaunchPlan plan;
    plan.stage = Stage::top;
    plan.page = addressOf(redirect.url);
    plan.origins = originsOf(plan.page, redirect.origins);
    plan.allow = wordsFrom(redirect.allow);
    plan.redirectUri = addressOf(redirect.redirectUri);
    plan.backUri = addressOf(redirect.backUri);
    return plan;
}

LaunchPlan planFor(const ScriptLaunch& script) {
    LaunchPlan plan;
    plan.stage = Stage::script;
    plan.page = addressOf(script.script);
    plan.call = script.call;
    plan.origins = originsOf(plan.page, script.origins);
    return plan;
}

bool isOwnDocument(const QUrl& address) {
    return address == QUrl{QStringLiteral("about:blank")} || address == QUrl{QStringLiteral("about:srcdoc")};
}

}  // namespace

std::optional<LaunchPlan> planOf(const Launch& launch) {
    std::optional<LaunchPlan> plan;
    if (const auto* widget = std::get_if<WidgetLaunch>(&launch.what)) {
        plan = planFor(*widget);
    } else if (const auto* redirect = std::get_if<RedirectLaunch>(&launch.what)) {
        plan = planFor(*redirect);
    } else if (const auto* script = std::get_if<ScriptLaunch>(&launch.what)) {
        plan = planFor(*script);
    }
    if (plan && (!isProtected(plan->page) || originOf(plan->page).isEmpty())) {
        plan.reset();
    }
    return plan;
}

Step judge(const LaunchPlan& plan, const QUrl& address, bool isMainFrame) {
    if (isSamePlace(address, plan.redirectUri)) {
        return Step::caughtReturn;
    }
    if (isSamePlace(address, plan.backUri)) {
        return Step::caughtBack;
    }
    if (isMainFrame && plan.stage != Stage::top) {
        return Step::refuse;  // our host page stays
    }
    if (plan.origins.contains(originOf(address))) {
        return Step::go;
    }
    return !isMainFrame && isOwnDocument(address) ? Step::go : Step::refuse;
}

bool allows(const LaunchPlan& plan, const char* feature) {
    return plan.allow.contains(QLatin1String(feature));
}

}  // namespace verdesk::ui::webview
