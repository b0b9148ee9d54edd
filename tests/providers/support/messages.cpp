#include "tests/providers/support/messages.h"

#include "contract/claim_json.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <stdexcept>

namespace verdesk::test {

using namespace verdesk::providers;
using nlohmann::json;

namespace {

std::string contentsOf(const QString& path) {
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error{"there is no " + path.toStdString()};
    }
    return file.readAll().toStdString();
}

// A path and both values, or nothing.
QString differenceOf(const json& expected, const json& actual, const std::string& path) {
    if (expected.is_object() && actual.is_object()) {
        for (const auto& [name, value] : expected.items()) {
            if (path.empty() && name == "absent") {
                continue;
            }
            if (!actual.contains(name)) {
                return QString::fromStdString(path + "/" + name + " is not there in " + actual.dump());
            }
            const auto difference = differenceOf(value, actual.at(name), path + "/" + name);
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return {};
    }
    return expected == actual
               ? QString{}
               : QString::fromStdString(path + " is " + actual.dump() + " instead of " + expected.dump());
}

std::vector<HttpReply> allReplies(const Message& message) {
    std::vector<HttpReply> replies{message.reply()};
    for (const auto& further : message.given.value("further", json::array())) {
        const auto& body = further.at("body");
        const Message next{message.kind, further, body.is_string() ? body.get<std::string>() : body.dump()};
        replies.push_back(next.reply());
    }
    return replies;
}

}  // namespace

std::vector<Header> Message::headers() const {
    std::vector<Header> headers;
    const auto all = given.value("headers", json::object());
    for (const auto& [name, value] : all.items()) {
        headers.emplace_back(name, value.get<std::string>());
    }
    return headers;
}

HttpReply Message::reply() const {
    return {given.value("status", 200), body, headers()};
}

int addMessages(const QString& folder) {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("kind");
    QDirIterator files{folder, {QStringLiteral("*.case.json")}, QDir::Files, QDirIterator::Subdirectories};
    int count = 0;
    while (files.hasNext()) {
        const QFileInfo file{files.next()};
        const auto kind = file.dir().dirName();
        const auto name = file.fileName().chopped(static_cast<int>(sizeof(".case.json")) - 1);
        QTest::newRow(qPrintable(kind + QLatin1Char('/') + name)) << file.dir().filePath(name) << kind;
        ++count;
    }
    return count;
}

Message messageAt(const QString& path, const QString& kind) {
    return {kind.toStdString(), json::parse(contentsOf(path + QStringLiteral(".case.json"))),
            contentsOf(path + QStringLiteral(".body.json"))};
}

std::vector<std::string> damaged(const std::string& text) {
    std::vector<std::string> all;
    const auto step = std::max<std::size_t>(1, text.size() / 200);
    for (std::size_t i = 0; i < text.size(); i += step) {
        all.push_back(text.substr(0, i));
        for (const char other : {'0', '"', '[', '{', '}', 'n', '\xff', '\0'}) {
            all.push_back(text);
            all.back()[i] = other;
        }
    }
    return all;
}

void apply(const Message& message, Account& account, FlowOptions& flow) {
    flow.asks = message.given.value("asks", std::vector<std::string>{});
    flow.options.update(message.given.value("flow", json::object()));
    account.options.update(message.given.value("account", json::object()));
    if (message.given.contains("launches")) {
        flow.launches.clear();
        for (const auto& word : message.given.at("launches").get<std::vector<std::string>>()) {
            flow.launches.push_back(*fromWord<LaunchKind>(word));
        }
    }
}

json dumpOf(const Begun& begun) {
    json launches = json::array();
    for (const auto& launch : begun.launches) {
        launches.push_back(toJson(launch));
    }
    return {{"providerKey", begun.providerKey},
            {"deadline", begun.deadline ? json(toText(*begun.deadline)) : json{}},
            {"launches", std::move(launches)},
            {"warnings", begun.warnings},
            {"raw", begun.raw}};
}

json dumpOf(const Progress& progress) {
    json claims = json::object();
    json names = json::array();
    for (const auto& claim : progress.claims) {
        names.push_back(claim.name);
        if (!claims.contains(claim.name)) {
            claims[claim.name] = toJson(claim);
        }
    }
    json documents = json::array();
    for (const auto& document : progress.documents) {
        documents.push_back(
            {{"path", document.path}, {"mediaType", document.mediaType}, {"size", document.bytes.size()}});
    }
    json toFetch = json::array();
    for (const auto& document : progress.toFetch) {
        toFetch.push_back({{"path", document.path}, {"url", document.url}});
    }
    return {{"state", toWord(progress.state)},
            {"decline", progress.decline ? json(toWord(*progress.decline)) : json{}},
            {"providerCode", progress.providerCode},
            {"verifiedAt", progress.verifiedAt ? json(toText(*progress.verifiedAt)) : json{}},
            {"claims", std::move(claims)},
            {"claimNames", std::move(names)},
            {"documents", std::move(documents)},
            {"toFetch", std::move(toFetch)},
            {"dropped", progress.dropped},
            {"warnings", progress.warnings},
            {"raw", progress.raw}};
}

json dumpOf(const Pushed& pushed) {
    json out;
    if (const auto* progress = std::get_if<PushedProgress>(&pushed.what)) {
        out = dumpOf(progress->progress);
        out["what"] = "progress";
        out["key"] = progress->key;
        out["token"] = progress->token;
    } else if (const auto* wake = std::get_if<WakeUp>(&pushed.what)) {
        out = {{"what", "wake_up"}, {"key", wake->key}};
    } else if (const auto* news = std::get_if<News>(&pushed.what)) {
        out = {{"what", "news"}, {"keyBegins", news->keyBegins}, {"word", news->word}};
    } else if (const auto* ignored = std::get_if<Ignored>(&pushed.what)) {
        out = {{"what", "ignored"}, {"why", ignored->why}};
    } else if (const auto* rejected = std::get_if<Rejected>(&pushed.what)) {
        out = {{"what", "rejected"}, {"why", rejected->why}};
    }
    out["eventId"] = pushed.eventId;
    out["type"] = pushed.type;
    out["authenticated"] = pushed.authenticated;
    return out;
}

json dumpOf(const ProviderError& error) {
    return {{"failure", toWord(error.failure())},
            {"error", error.what()},
            {"raw", error.raw()},
            {"providerCode", error.providerCode()}};
}

json dumpOf(const std::vector<Finding>& findings) {
    json dump = json::object();
    for (const auto& [found, check, what, wayOut] : findings) {
        const auto* level = found == Finding::Level::good      ? "good"
                            : found == Finding::Level::skipped ? "skipped"
                            : found == Finding::Level::warning ? "warning"
                                                               : "wrong";
        dump[check] = {{"level", level}, {"what", what}, {"wayOut", wayOut}};
    }
    return dump;
}

json probed(Exchange<std::vector<Finding>> call, const Message& message, const std::string& base) {
    json requests = json::array();
    const auto note = [&](const HttpRequest* request) {
        if (request != nullptr) {
            const bool below = request->url.starts_with(base);
            requests.push_back(request->method + " " + (below ? request->url.substr(base.size()) : request->url));
        }
    };
    json result;
    try {
        auto* request = call.start();
        note(request);
        if (message.given.value("unreached", false)) {
            request = call.fail(
                std::make_exception_ptr(ProviderError{Failure::providerUnreachable, "the host does not answer"}));
            note(request);
        } else {
            for (auto& reply : allReplies(message)) {
                if (request == nullptr) {
                    return {{"failure", "fewer requests than replies"}, {"requests", requests}};
                }
                request = call.answer(std::move(reply));
                note(request);
            }
        }
        result = request == nullptr ? dumpOf(call.result()) : json{{"failure", "more requests than replies"}};
    } catch (const ProviderError& error) {
        result = dumpOf(error);
    }
    result["requests"] = std::move(requests);
    return result;
}

QString differenceOf(const Message& message, const json& actual) {
    const auto& expected = message.given.at("expected");
    const auto difference = differenceOf(expected, actual, {});
    if (!difference.isEmpty()) {
        return difference;
    }
    for (const auto& name : expected.value("absent", std::vector<std::string>{})) {
        if (actual.at("claims").contains(name)) {
            return QString::fromStdString(name + " is there");
        }
    }
    return {};
}

}  // namespace verdesk::test
