#include "tests/backend/support/browser_provider.h"

#include <nlohmann/json.hpp>

namespace verdesk::test {

using namespace providers;
using nlohmann::json;

namespace {

std::string keyFrom(const std::string& url) {
    const auto at = url.find("state=");
    return at == std::string::npos ? std::string{} : "key-" + url.substr(at + 6, url.find('&', at) - at - 6);
}

Progress progressFrom(const json& body) {
    Progress progress;
    progress.state = fromWord<State>(body.value("state", "completed")).value_or(State::completed);
    progress.raw = body.dump();
    const auto told = body.value("claims", json::object());
    const auto wanted = body.value("wanted", json::object());
    const auto pictures = body.value("pictures", json::object());
    for (const auto& [name, value] : told.items()) {
        progress.claims.push_back({name, claims::Text{value.get<std::string>()}, claims::Status::proven, name, value});
    }
    for (const auto& [path, url] : wanted.items()) {
        progress.claims.push_back({path, claims::Document{}, claims::Status::proven, path, url});
        progress.toFetch.push_back({path, url.get<std::string>()});
    }
    for (const auto& [path, kind] : pictures.items()) {
        progress.claims.push_back({path, claims::Document{}, claims::Status::proven, path, nullptr});
        progress.documents.push_back({path, "application/octet-stream", picture(kind.get<std::string>())});
    }
    if (const auto again = body.value("again", ""); !again.empty()) {
        progress.claims.push_back({"document", claims::Document{}, claims::Status::proven, "again", nullptr});
        progress.documents.push_back({"again", "application/octet-stream", picture(again)});
    }
    return progress;
}

class BrowserProvider : public Provider {
public:
    const ProviderInfo& info() const override {
        static const ProviderInfo info{"browser", "Browser", {LaunchKind::widget, LaunchKind::redirect}, {}, {},
                                       {},        {}};
        return info;
    }
    Environment environmentOf(const Account&) const override {
        return Environment::sandbox;
    }
    std::vector<ConfigProblem> check(const Account&, const FlowOptions*) const override {
        return {};
    }
    std::chrono::milliseconds pollInterval() const override {
        return std::chrono::milliseconds{0};
    }
    std::chrono::milliseconds completionWithin() const override {
        return browserWithin;
    }
    std::optional<std::string> keyOfReturn(const std::string& url) const override {
        return keyFrom(url);
    }
    Exchange<Begun> begin(const Context& context, const Subject& subject) const override {
        if (context.account.options.value("down", false)) {
            throw ProviderError{Failure::providerUnreachable, "it does not answer"};
        }
        Begun begun;
        WidgetLaunch page;
        page.page = "https://browser.example/page?token=" + subject.nonce;
        begun.launches = {Launch{page, {}, context.now + std::chrono::minutes{15}, 0, true}};
        begun.providerKey = "key-" + subject.verification.value;
        begun.deadline = context.now + std::chrono::minutes{30};
        begun.raw = "{}";
        co_return begun;
    }
    Exchange<Progress> poll(const Context&, const Attempt&) const override {
        throw std::logic_error{"this provider is never asked"};
    }
    Exchange<Progress> complete(const Context&, const Attempt& attempt, const Return& returned) const override {
        const auto* redirect = std::get_if<RedirectReturn>(&returned);
        if (redirect == nullptr) {
            Progress waiting;
            waiting.state = State::verifying;
            co_return waiting;
        }
        if (redirect->url.find("code=") == std::string::npos) {
            Progress dropped;
            dropped.dropped = "it has no code";
            co_return dropped;
        }
        auto request = post(browserTokens).sending("code", "text/plain").once(attempt.idempotencyKey + "/token");
        const HttpReply token = co_await std::move(request);
        if (token.status == 410) {
            Progress dropped;
            dropped.dropped = "its code is none";
            co_return dropped;
        }
        if (token.status != 200) {
            Progress declined;
            declined.state = State::declined;
            declined.providerCode = "refused";
            co_return declined;
        }
        const HttpReply details = co_await get(browserDetails);
        if (details.status != 200) {
            throw ProviderError{Failure::providerBroken, "no details"};
        }
        co_return progressFrom(json::parse(details.body));
    }
    DocumentRules documentRules(const Account& account) const override {
        DocumentRules rules;
        for (const auto& host : account.options.value("only_from", json::array())) {
            rules.hosts.push_back(host.get<std::string>());
        }
        return rules;
    }
    Pushed receive(const Context&, const PushRequest& request) const override {
        const auto body = json::parse(request.body, nullptr, false);
        Pushed pushed;
        if (!body.is_object()) {
            pushed.what = Rejected{"no JSON"};
            return pushed;
        }
        pushed.type = "result";
        pushed.authenticated = body.value("signed", false);
        pushed.what = PushedProgress{body.value("key", ""), {}, progressFrom(body)};
        return pushed;
    }
    std::string normalToken(std::string_view typed) const override {
        return std::string{typed};
    }
};

}  // namespace

const Provider& browserProvider() {
    static const BrowserProvider provider;
    return provider;
}

std::string picture(const std::string& kind) {
    using namespace std::string_literals;
    return kind == "jpeg"  ? "\xff\xd8\xff\xe0 a face \0 with a zero"s
           : kind == "png" ? "\x89PNG\r\n\x1a\n rest"s
                           : "MZ"s;
}

std::string returnOf(const VerificationId& id, const std::string& more) {
    return "https://desk.bank.example/return/browser?state=" + id.value + more;
}

}  // namespace verdesk::test
