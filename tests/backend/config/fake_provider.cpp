#include "tests/backend/config/fake_provider.h"

#include <QFile>
#include <QTest>

#include <fstream>

namespace verdesk::backend::test {
namespace {

using namespace providers;

class FakeProvider : public Provider {
public:
    const ProviderInfo& info() const override {
        static const ProviderInfo info{"passid",
                                       "PASSID",
                                       {LaunchKind::qr, LaunchKind::token},
                                       {"identity_verified", "sanctions_clear"},
                                       {"key", "webhook_secret"},
                                       {"base_url", "path_prefix"},
                                       {"ttl_seconds"}};
        return info;
    }
    Environment environmentOf(const Account& account) const override {
        const auto found = account.secrets.find("key");
        if (found == account.secrets.end() || found->second.empty()) {
            return Environment::unknown;
        }
        const auto key = found->second.front().reveal();
        return key.find("sandbox") != std::string_view::npos ? Environment::sandbox : Environment::unknown;
    }
    std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow) const override {
        std::vector<ConfigProblem> problems;
        if (account.secret("key") == nullptr) {
            problems.push_back({ConfigProblem::Where::account, "key", "is missing"});
        }
        if (!account.options.contains("base_url")) {
            problems.push_back({ConfigProblem::Where::account, "base_url", "is missing"});
        }
        if (flow != nullptr && flow->options.value("ttl_seconds", 600) > 3600) {
            problems.push_back({ConfigProblem::Where::flow, "ttl_seconds", "must be from 1 to 3600"});
        }
        return problems;
    }
    std::chrono::milliseconds pollInterval() const override {
        return std::chrono::milliseconds{2500};
    }
    Exchange<Begun> begin(const Context&, const Subject&) const override {
        throw std::logic_error{"not called by the configuration"};
    }
    Exchange<Progress> poll(const Context&, const Attempt&) const override {
        throw std::logic_error{"not called by the configuration"};
    }
    Exchange<Progress> complete(const Context&, const Attempt&, const Return&) const override {
        throw std::logic_error{"not called by the configuration"};
    }
    Pushed receive(const Context&, const PushRequest&) const override {
        throw std::logic_error{"not called by the configuration"};
    }
    std::string normalToken(std::string_view typed) const override {
        return std::string{typed};
    }
};

}  // namespace

const Provider& fakeProvider() {
    static const FakeProvider provider;
    return provider;
}

Sample::Sample() {
    QFile file{QStringLiteral(VERDESK_TEST_DATA "/small.toml")};
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the sample is missing");
    }
    text_ = file.readAll().toStdString();
    write("master.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");
    write("other.key", "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\n");
    write("passid.key", "sk_sandbox_invented\n");
    write("segment", "00112233445566778899aabbccddeeff\n");
    surroundings.environment = [](const std::string& name) -> std::optional<std::string> {
        return name == "PASSID_WEBHOOK" ? std::optional<std::string>{"whsec_invented"} : std::nullopt;
    };
    surroundings.provider = [](std::string_view id) { return id == "passid" ? &fakeProvider() : nullptr; };
    surroundings.providerIds = [] { return std::vector<std::string>{"passid"}; };
}

std::filesystem::path Sample::folder() const {
    return folder_.path().toStdString();
}

std::string Sample::with(const std::string& piece, const std::string& other) const {
    auto text = text_;
    const auto at = text.find(piece);
    if (at == std::string::npos) {
        qFatal("the sample has no such piece");
    }
    return text.replace(at, piece.size(), other);
}

LoadedConfig Sample::parse(const std::string& text) const {
    return parseConfig(text, "small.toml", folder(), surroundings);
}

std::vector<std::string> Sample::mistakesOf(const std::string& text) const {
    const auto parsed = parse(text);
    std::vector<std::string> texts;
    if (!parsed) {
        for (const auto& mistake : parsed.error()) {
            auto line = toText(mistake);
            for (std::size_t at = 0; (at = line.find(folder().string() + "/")) != std::string::npos;) {
                line.erase(at, folder().string().size() + 1);
            }
            texts.push_back(std::move(line));
        }
    }
    return texts;
}

void Sample::write(const std::string& name, const std::string& content, unsigned mode) const {
    const auto path = folder() / name;
    std::ofstream{path} << content;
    std::filesystem::permissions(path, static_cast<std::filesystem::perms>(mode));
}

}  // namespace verdesk::backend::test
