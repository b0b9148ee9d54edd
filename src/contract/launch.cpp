#include "contract/launch.h"

namespace verdesk {
namespace {

using nlohmann::json;

json membersOf(const QrLaunch& qr) {
    return {{"payload", qr.payload},
            {"code", qr.code},
            {"expiresAt", toText(qr.expiresAt)},
            {"expiresInMs", qr.expiresInMs}};
}

json membersOf(const TokenLaunch& token) {
    return {{"shapes", token.shapes}, {"example", token.example}};
}

json membersOf(const WidgetLaunch& widget) {
    json rules = json::array();
    for (const auto& rule : widget.on) {
        json one{{"match", rule.match}, {"then", toWord(rule.then)}};
        if (rule.then == MessageAction::reply) {
            one["reply"] = rule.reply;
            if (!rule.further.empty()) {
                one["further"] = rule.further;
            }
        }
        rules.push_back(std::move(one));
    }
    return {{"page", widget.page},
            {"placement", toWord(widget.placement)},
            {"origins", widget.origins},
            {"allow", widget.allow},
            {"on", std::move(rules)}};
}

json membersOf(const RedirectLaunch& redirect) {
    json members{{"url", redirect.url},
                 {"redirectUri", redirect.redirectUri},
                 {"backUri", redirect.backUri},
                 {"origins", redirect.origins},
                 {"allow", redirect.allow}};
    if (redirect.button) {
        members["button"] = {
            {"caption", redirect.button->caption}, {"fill", redirect.button->fill}, {"text", redirect.button->text}};
    }
    return members;
}

json membersOf(const ScriptLaunch& script) {
    return {{"script", script.script}, {"call", script.call}, {"origins", script.origins}};
}

RedirectLaunch redirectFrom(const JsonReader& reader) {
    RedirectLaunch redirect{reader.requiredText("url"), reader.requiredText("redirectUri"),
                            reader.text("backUri").value_or(""), reader.texts("origins"), reader.texts("allow")};
    if (const auto button = reader.object("button")) {
        redirect.button = LaunchButton{button->requiredText("caption"), button->text("fill").value_or(""),
                                       button->text("text").value_or("")};
    }
    return redirect;
}

WidgetLaunch widgetFrom(const JsonReader& reader) {
    WidgetLaunch widget{reader.requiredText("page"),
                        reader.requiredWord<Placement>("placement"),
                        reader.texts("origins"),
                        reader.texts("allow"),
                        {}};
    for (const auto& rule : reader.objects("on")) {
        const auto member = [&](const char* name) { return rule.has(name) ? rule.json().at(name) : nlohmann::json{}; };
        MessageRule one{member("match"), rule.requiredWord<MessageAction>("then"), member("reply")};
        if (const auto further = member("further"); further.is_array()) {
            one.further.assign(further.begin(), further.end());
        } else if (!further.is_null()) {
            throw MemberError{rule.pathOf("further"), "must be a list"};
        }
        widget.on.push_back(std::move(one));
    }
    return widget;
}

}  // namespace

LaunchKind kindOf(const Launch& launch) {
    constexpr std::array kinds{LaunchKind::qr, LaunchKind::token, LaunchKind::widget, LaunchKind::redirect,
                               LaunchKind::script};
    return kinds.at(launch.what.index());
}

bool isPage(LaunchKind kind) {
    return kind == LaunchKind::widget || kind == LaunchKind::redirect || kind == LaunchKind::script;
}

json toJson(const Launch& launch) {
    json members = std::visit([](const auto& what) { return membersOf(what); }, launch.what);
    members["kind"] = toWord(kindOf(launch));
    if (isPage(kindOf(launch))) {
        if (launch.expiresAt) {
            members["expiresAt"] = toText(*launch.expiresAt);
            members["expiresInMs"] = launch.expiresInMs;
        }
        if (launch.opensOnce) {
            members["opensOnce"] = true;
        }
    }
    if (!launch.phoneUrl.empty()) {
        members["phoneUrl"] = launch.phoneUrl;
    }
    return members;
}

std::optional<Launch> launchFrom(const JsonReader& reader) {
    Launch launch;
    switch (reader.word("kind", LaunchKind::unknown)) {
        case LaunchKind::qr:
            launch.what = QrLaunch{reader.requiredText("payload"), reader.text("code").value_or(""),
                                   reader.requiredInstant("expiresAt"), reader.requiredInteger("expiresInMs")};
            break;
        case LaunchKind::token:
            launch.what = TokenLaunch{reader.texts("shapes"), reader.text("example").value_or("")};
            break;
        case LaunchKind::widget:
            launch.what = widgetFrom(reader);
            break;
        case LaunchKind::redirect:
            launch.what = redirectFrom(reader);
            break;
        case LaunchKind::script:
            launch.what =
                ScriptLaunch{reader.requiredText("script"), reader.requiredText("call"), reader.texts("origins")};
            break;
        case LaunchKind::unknown:
            return std::nullopt;
    }
    launch.phoneUrl = reader.text("phoneUrl").value_or("");
    if (isPage(kindOf(launch))) {
        launch.expiresAt = reader.instant("expiresAt");
        launch.expiresInMs = reader.integer("expiresInMs").value_or(0);
        launch.opensOnce = reader.flag("opensOnce").value_or(false);
    }
    return launch;
}

}  // namespace verdesk
