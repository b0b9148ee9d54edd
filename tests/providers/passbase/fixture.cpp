#include "tests/providers/passbase/fixture.h"

#include "crypto/rsa.h"
#include "providers/registry.h"

#include <QFile>

#include <stdexcept>

namespace verdesk::test {

using namespace verdesk::providers;
using nlohmann::json;

PassbaseFixture::PassbaseFixture() {
    account.id = "passbase-main";
    account.environment = Environment::sandbox;
    account.options = {
        {"publishable_key", "pk_invented_0001"}, {"slug", "acme-bank"}, {"decline_below", 0.7}, {"accept_from", 0.85}};
    account.secrets["secret_key"].emplace_back(secretKey);
    flow.id = "passbase";
    flow.launches = {LaunchKind::widget, LaunchKind::redirect};
    flow.options = json::object();
}

void PassbaseFixture::useMetadata() {
    account.secrets["metadata_key"].emplace_back(contentsOf("keys/private.pem"));
}

void PassbaseFixture::reauthenticate() {
    flow.options = {{"reauthentication", true}};
}

Subject PassbaseFixture::subject(LaunchKind launch) const {
    Subject subject;
    subject.verification = VerificationId{verification};
    subject.launch = launch;
    subject.language = "en";
    subject.nonce = "nonce";
    subject.answers = {{"email", {" Ada@Example.test "}}, {"country", {"DE"}}};
    subject.userAgent = "Verdesk/1.0 (Linux)";
    return subject;
}

std::string PassbaseFixture::soughtKey(const std::string& email) const {
    const auto here = context();
    auto who = subject();
    who.answers["email"] = {email};
    auto call = find("passbase")->begin(here, who);
    if (call.start() != nullptr) {
        throw std::runtime_error{"a beginning asks nobody"};
    }
    return call.result().providerKey;
}

std::string PassbaseFixture::awaitedKey(const json& before) const {
    const auto here = context();
    auto who = subject();
    who.person = identity;
    auto call = find("passbase")->begin(here, who);
    if (call.start() == nullptr || call.answer({200, before.dump(), {}}) != nullptr) {
        throw std::runtime_error{"the identity is asked for once"};
    }
    return call.result().providerKey;
}

std::string contentsOf(const std::string& file) {
    QFile opened{QStringLiteral(VERDESK_TEST_DATA "/passbase/") + QString::fromStdString(file)};
    if (!opened.open(QIODevice::ReadOnly)) {
        throw std::runtime_error{"there is no " + file};
    }
    return opened.readAll().toStdString();
}

json openedMetadata(const std::string& base64) {
    const auto bytes = crypto::fromBase64(base64).value_or(crypto::Bytes{});
    const auto text = crypto::rsaPublicDecrypt(contentsOf("keys/public.pem"), bytes).value_or(crypto::Bytes{});
    return json::parse(crypto::textOf(text), nullptr, false);
}

json dumpOfPassbase(const Progress& progress) {
    auto dump = dumpOf(progress);
    dump["providerKey"] = progress.providerKey;
    dump["person"] = progress.person;
    return dump;
}

json dumpOfPassbase(const Begun& begun) {
    return dumpOf(begun);
}

json dumpOfPassbase(const std::vector<Finding>& findings) {
    return dumpOf(findings);
}

json dumpOfPassbase(const Document& document) {
    return {{"path", document.path}, {"mediaType", document.mediaType}, {"bytes", document.bytes}};
}

}  // namespace verdesk::test
