#include "desk/backend_client.h"

#include "desk/backend_address.h"
#include "desk/backend_call.h"

#include <QDateTime>
#include <QUuid>

#include <utility>

namespace verdesk::desk {
namespace {

QByteArray bytesOf(const nlohmann::json& value) {
    return QByteArray::fromStdString(value.dump());
}

QString pathOf(const char* collection, const std::string& id, const char* below = "") {
    // Ids come from the backend, but what is put into an address is encoded all the same.
    return QLatin1String(collection) + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(id))) +
           QLatin1String(below);
}

CallRequest get(QString path, const QUrlQuery& query = {}) {
    return {.verb = "GET", .path = std::move(path), .query = query};
}

CallRequest post(QString path, const nlohmann::json& body, const std::string& key) {
    return {.verb = "POST",
            .path = std::move(path),
            .body = bytesOf(body),
            .key = QByteArray::fromStdString(key),
            .repeat = Repeat::untilAnswered};
}

// Reads a whole answer with one of the contract's functions.
template <class Read>
auto whole(Read read) {
    return [read](std::string_view body) {
        const auto document = parseJson(body);
        return read(JsonReader{document});
    };
}

}  // namespace

BackendClient::BackendClient(QObject* parent) : QObject{parent}, link_{std::make_unique<BackendLink>()} {
    link_->network.setAutoDeleteReplies(false);
}

BackendClient::~BackendClient() {
    forgetSession();
}

bool BackendClient::setAddress(const QString& address) {
    const auto url = backendAddress(address);
    if (!url) {
        return false;
    }
    if (link_->address != *url) {
        link_->address = *url;
        hurry();
    }
    return true;
}

QString BackendClient::address() const {
    return link_->address.toString();
}

void BackendClient::setLimits(Limits limits) {
    link_->deadline = limits.deadline;
    link_->largestAnswer = limits.largestAnswer;
    link_->largestDocument = limits.largestDocument;
}

void BackendClient::setToken(const std::string& token) {
    wipe(link_->token);
    ++link_->session;
    link_->token = QByteArray{token.data(), static_cast<qsizetype>(token.size())};
    for (auto* call : findChildren<BackendCall*>()) {
        call->hurry(true);
    }
}

void BackendClient::forgetSession() {
    qDeleteAll(findChildren<BackendCall*>());
    wipe(link_->token);
}

void BackendClient::endSession(QObject* context, Then<Nothing> then) {
    qDeleteAll(findChildren<BackendCall*>());
    signOut(context, std::move(then));  // takes its copy of the token along at once
    wipe(link_->token);
}

bool BackendClient::hasToken() const {
    return !link_->token.isEmpty();
}

std::string BackendClient::newKey() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

void BackendClient::hurry() {
    for (auto* call : findChildren<BackendCall*>()) {
        call->hurry(false);
    }
}

template <class T, class Read>
void BackendClient::call(CallRequest request, QObject* context, Then<T> then, Read read) {
    const auto done = [then = std::move(then), read](Answer<QByteArray> answer) {
        if (!answer) {
            then(tl::unexpected{std::move(answer.error())});
            return;
        }
        Answer<T> result = tl::unexpected{CallError{}};
        try {
            result = read(std::string_view{answer->constData(), static_cast<std::size_t>(answer->size())});
        } catch (const MemberError& error) {
            result = tl::unexpected{CallError{CallError::Kind::unreadable, {}, error.what()}};
        }
        wipe(*answer);
        then(std::move(result));
    };
    auto* running = new BackendCall{*link_, std::move(request), context, done, this};
    connect(running, &BackendCall::answered, this, &BackendClient::answered);
    connect(running, &BackendCall::unanswered, this, &BackendClient::unanswered);
    connect(running, &BackendCall::sessionEnded, this, &BackendClient::sessionEnded);
    connect(running, &BackendCall::tooOld, this, &BackendClient::tooOld);
    running->begin();
}

void BackendClient::signIn(const SignIn& signIn, QObject* context, Then<SignedIn> then) {
    CallRequest request{.verb = "POST",
                        .path = QStringLiteral("sessions"),
                        .body = bytesOf(toJson(signIn)),
                        .repeat = Repeat::never,
                        .authorised = false};
    call<SignedIn>(std::move(request), context, std::move(then), whole(signedInFrom));
}

void BackendClient::signOut(QObject* context, Then<Nothing> then) {
    CallRequest request{
        .verb = "DELETE", .path = QStringLiteral("sessions/current"), .repeat = Repeat::never, .endsSession = true};
    call<Nothing>(std::move(request), context, std::move(then), [](std::string_view) { return Nothing{}; });
}

void BackendClient::me(QObject* context, Then<Me> then) {
    call<Me>(get(QStringLiteral("me")), context, std::move(then), whole(meFrom));
}

void BackendClient::flows(QObject* context, Then<std::vector<Flow>> then) {
    const auto read = [](const JsonReader& reader) {
        std::vector<Flow> flows;
        for (const auto& each : reader.objects("flows")) {
            flows.push_back(flowFrom(each));
        }
        return flows;
    };
    call<std::vector<Flow>>(get(QStringLiteral("flows")), context, std::move(then), whole(read));
}

void BackendClient::openCase(const OpenCase& open, const std::string& key, QObject* context, Then<Case> then) {
    call<Case>(post(QStringLiteral("cases"), toJson(open), key), context, std::move(then), whole(caseFrom));
}

void BackendClient::cases(const CaseQuery& query, QObject* context, Then<CaseList> then) {
    QUrlQuery items;
    const auto add = [&items](const char* name, const QString& value) {
        items.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    if (query.day.isValid()) {
        add("day", query.day.toString(Qt::ISODate));
        add("utcOffsetMinutes", QString::number(query.day.startOfDay().offsetFromUtc() / 60));
    }
    if (!query.reference.empty()) {
        add("reference", QString::fromStdString(query.reference));
    }
    if (query.state != CaseState::unknown) {
        const auto word = toWord(query.state);
        add("state", QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
    }
    if (!query.after.empty()) {
        add("after", QString::fromStdString(query.after));
    }
    add("limit", QString::number(query.limit));
    call<CaseList>(get(QStringLiteral("cases"), items), context, std::move(then), whole(caseListFrom));
}

void BackendClient::readCase(const CaseId& id, QObject* context, Then<Case> then) {
    call<Case>(get(pathOf("cases/", id.value)), context, std::move(then), whole(caseFrom));
}

void BackendClient::startVerification(const CaseId& id, const StartVerification& start, const std::string& key,
                                      QObject* context, Then<Verification> then) {
    call<Verification>(post(pathOf("cases/", id.value, "/verifications"), toJson(start), key), context, std::move(then),
                       whole(verificationFrom));
}

void BackendClient::verification(const VerificationId& id, QObject* context, Then<Verification> then) {
    call<Verification>(get(pathOf("verifications/", id.value)), context, std::move(then), whole(verificationFrom));
}

void BackendClient::submitToken(const VerificationId& id, const std::string& token, const std::string& key,
                                QObject* context, Then<Verification> then) {
    call<Verification>(post(pathOf("verifications/", id.value, "/token"), {{"token", token}}, key), context,
                       std::move(then), whole(verificationFrom));
}

void BackendClient::report(const VerificationId& id, const PageReport& report, const std::string& key, QObject* context,
                           Then<Verification> then) {
    call<Verification>(post(pathOf("verifications/", id.value, "/return"), toJson(report), key), context,
                       std::move(then), whole(verificationFrom));
}

void BackendClient::renewLaunch(const VerificationId& id, const std::string& key, QObject* context,
                                Then<Verification> then) {
    call<Verification>(post(pathOf("verifications/", id.value, "/launch"), nlohmann::json::object(), key), context,
                       std::move(then), whole(verificationFrom));
}

void BackendClient::evidence(const std::string& id, QObject* context, Then<QByteArray> then) {
    auto request = get(pathOf("evidence/", id));
    request.accept = "image/*, application/pdf, video/mp4, application/problem+json";
    request.largestAnswer = link_->largestDocument;
    call<QByteArray>(std::move(request), context, std::move(then), [](std::string_view body) {
        return QByteArray{body.data(), static_cast<qsizetype>(body.size())};
    });
}

void BackendClient::cancel(const VerificationId& id, const std::string& key, QObject* context,
                           Then<Verification> then) {
    call<Verification>(post(pathOf("verifications/", id.value, "/cancel"), nlohmann::json::object(), key), context,
                       std::move(then), whole(verificationFrom));
}

void BackendClient::decide(const CaseId& id, const Decide& decide, const std::string& key, QObject* context,
                           Then<Case> then) {
    call<Case>(post(pathOf("cases/", id.value, "/decisions"), toJson(decide), key), context, std::move(then),
               whole(caseFrom));
}

void BackendClient::erase(const CaseId& id, const Erase& erase, const std::string& key, QObject* context,
                          Then<Case> then) {
    call<Case>(post(pathOf("cases/", id.value, "/erase"), toJson(erase), key), context, std::move(then),
               whole(caseFrom));
}

void BackendClient::unmatched(QObject* context, Then<std::vector<Unmatched>> then) {
    const auto read = [](const JsonReader& reader) {
        std::vector<Unmatched> all;
        for (const auto& each : reader.objects("unmatched")) {
            all.push_back(unmatchedFrom(each));
        }
        return all;
    };
    call<std::vector<Unmatched>>(get(QStringLiteral("unmatched")), context, std::move(then), whole(read));
}

void BackendClient::assign(const UnmatchedId& id, const VerificationId& verification, const std::string& key,
                           QObject* context, Then<Nothing> then) {
    call<Nothing>(post(pathOf("unmatched/", id.value, "/assign"), {{"verification", verification.value}}, key), context,
                  std::move(then), [](std::string_view) { return Nothing{}; });
}

void BackendClient::dismiss(const UnmatchedId& id, const std::string& reason, const std::string& key, QObject* context,
                            Then<Nothing> then) {
    call<Nothing>(post(pathOf("unmatched/", id.value, "/dismiss"), {{"reason", reason}}, key), context, std::move(then),
                  [](std::string_view) { return Nothing{}; });
}

void BackendClient::changes(std::int64_t after, std::chrono::seconds wait, QObject* context, Then<Changes> then) {
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("after"), QString::number(after));
    query.addQueryItem(QStringLiteral("wait"), QString::number(wait.count()));
    auto request = get(QStringLiteral("changes"), query);
    request.repeat = Repeat::never;
    request.extra = wait;
    call<Changes>(std::move(request), context, std::move(then), whole(changesFrom));
}

void BackendClient::practicePhone(QObject* context, Then<std::string> then) {
    auto request = get(QStringLiteral("practice"));
    request.authorised = false;
    call<std::string>(std::move(request), context, std::move(then),
                      whole([](const JsonReader& reader) { return reader.requiredText("phone"); }));
}

}  // namespace verdesk::desk
