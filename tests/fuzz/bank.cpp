#include "tests/fuzz/bank.h"

#include "backend/config/load.h"
#include "providers/registry.h"

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace verdesk::fuzz {

using namespace providers;

namespace {

constexpr std::size_t secretSize = 32;  // of every one: Passbase's have to be
constexpr const char* providersTests = VERDESK_FUZZ_FOLDER "/../providers/";

std::string contentsOf(const std::string& path) {
    std::stringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

// Each another one, and always the same.
std::string invented(const std::string& name) {
    if (name == "MASTER") {
        return std::string(2 * crypto::Key::size, 'a');
    }
    if (name.ends_with(".pem")) {
        return contentsOf(providersTests + name);
    }
    std::string secret;
    for (const char c : name) {
        secret.push_back(c == '_' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
    }
    secret.resize(secretSize, '0');
    return secret;
}

backend::Config read() {
    auto surroundings = backend::surroundingsOfProcess();
    surroundings.environment = [](const std::string& name) { return std::optional{invented(name)}; };
    auto loaded = backend::parseConfig(bankText(), "bank.toml", "/", surroundings);
    if (!loaded) {
        throw std::runtime_error{toText(loaded.error().front())};
    }
    return std::move(*loaded);
}

// To every question that staff may answer: the last option, or a text.
Answers answersTo(const std::vector<Form>& forms) {
    Answers answers;
    for (const auto& form : forms) {
        for (const auto& question : form.questions) {
            if (!question.readOnly) {
                const auto& options = question.options;
                answers[question.key] = {options.empty() ? "ada@example.test" : options.back().key};
            }
        }
    }
    return answers;
}

std::string keyFrom(const Desk& desk, const std::string& body) {
    const auto context = desk.context();
    const auto subject = desk.subject();
    auto call = desk.provider->begin(context, subject);
    try {
        for (auto* request = call.start(); request != nullptr;) {
            request = call.answer({200, body, {}});
        }
        return call.result().providerKey;
    } catch (const ProviderError&) {
        return {};
    }
}

// Some providers name an attempt without being asked, whatever they are answered, and one answers with nothing but its
// name.
std::string begunKey(const Desk& desk) {
    const auto key = keyFrom(desk, "{}");
    return key.empty() ? keyFrom(desk, "\"k3v9q0z7m1c5x8b2n4j6h0g3f5d7s9a1p2o4i6u8\"") : key;
}

std::map<std::string, std::string, std::less<>>& begunKeys() {
    static std::map<std::string, std::string, std::less<>> keys;
    return keys;
}

}  // namespace

Context Desk::context() const {
    return bank().context(*account, flow->flow, now);
}

LaunchKind Desk::launch() const {
    return flow->flow.launches.front();
}

Subject Desk::subject() const {
    Subject subject;
    subject.verification = VerificationId{"01960000-0000-7000-8000-00000000000a"};
    subject.launch = launch();
    subject.language = "en";
    subject.nonce = nonce;
    subject.answers = answers;
    subject.person = provider->needsKnown(flow->flow) ? person : "";
    subject.userAgent = "Verdesk/1.0 (Linux)";
    return subject;
}

Attempt Desk::attempt(bool begun) const {
    auto key = begun ? begunKeys()[flow->flow.id] : std::string{};
    return {subject().verification, launch(), key.empty() ? person : std::move(key), "key-1"};
}

std::string Desk::returnUrl() const {
    return context().returnUrl;
}

std::string bankText() {
    auto text = contentsOf(VERDESK_FUZZ_FOLDER "/bank.toml");
    for (const auto* provider : all()) {
        text += "\n" + contentsOf(providersTests + provider->info().id + "/fuzz/bank.toml");
    }
    return text;
}

const backend::Config& bank() {
    static const auto config = read();
    return config;
}

std::vector<std::string> flows() {
    std::vector<std::string> all;
    for (const auto& each : bank().flows) {
        all.push_back(each.flow.id);
    }
    return all;
}

const Desk& deskOf(std::string_view flow) {
    static const auto desks = [] {
        std::map<std::string, Desk, std::less<>> made;
        for (const auto& each : bank().flows) {
            const auto* account = bank().account(each.account);
            const auto* provider = bank().provider(account->provider);
            const Desk desk{account, &each, provider, *instantFrom("2026-03-17T14:02:11Z"),
                            answersTo(provider->forms(each.flow))};
            begunKeys()[each.flow.id] = begunKey(desk);
            made.emplace(each.flow.id, desk);
        }
        return made;
    }();
    const auto found = desks.find(flow);
    if (found == desks.end()) {
        throw std::out_of_range{"there is no flow " + std::string{flow}};
    }
    return found->second;
}

}  // namespace verdesk::fuzz
