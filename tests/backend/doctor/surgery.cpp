#include "tests/backend/doctor/surgery.h"

#include <QTest>

namespace verdesk::test {

using namespace verdesk::backend;
using namespace verdesk::backend::doctor;

std::optional<FileStatus> FakeFiles::status(const std::filesystem::path& path) const {
    const auto found = there.find(path.string());
    return found == there.end() ? std::nullopt : std::optional{found->second};
}

std::string FakeFiles::contents(const std::filesystem::path& path) const {
    const auto found = texts.find(path.string());
    return found == texts.end() ? std::string{} : found->second;
}

Surgery::Surgery() {
    AccountConfig account;
    account.provider = "passid";
    account.displayName = "PASSID";
    account.account.id = "main";
    account.account.environment = Environment::live;
    account.account.options = {{"base_url", "https://api.passid.example"}};
    account.account.secrets["key"].emplace_back("sk_live_invented_0001");
    account.account.secrets["webhook_secret"].emplace_back(webhookSecret);
    account.hookSegment = segment;
    config.accounts.emplace("main", std::move(account));
    FlowConfig flow;
    flow.account = "main";
    flow.flow.id = "full";
    flow.flow.launches = {LaunchKind::qr, LaunchKind::token};
    config.flows.push_back(std::move(flow));
    config.publicOrigin = "https://hooks.bank.example";
    secrets = {{SecretSource::Way::file, "accounts.main.key", "/etc/verdesk/passid.key"},
               {SecretSource::Way::environment, "accounts.main.webhook_secret", "PASSID_WEBHOOK"}};
    files.there["/"] = {0755, true, true};
    files.there["/etc"] = {0755, true, true};
    files.there["/etc/verdesk"] = {0700, true, true};
    files.there[configFile] = {0640, true, false};
    files.there["/etc/verdesk/passid.key"] = {0600, true, false};
}

Report Surgery::examine() {
    const Patient patient{config, configFile, secrets};
    const Instruments instruments{
        toProviders,
        toUs,
        timing,
        clock,
        files,
        [this](const std::string& name) -> std::optional<std::string> {
            const auto found = environment.find(name);
            return found == environment.end() ? std::nullopt : std::optional{found->second};
        },
        [this](const std::string& origin, const TlsWay& way) {
            looked.emplace_back(origin, way);
            const auto found = looks.find(origin);
            return found == looks.end() ? TlsLook{true, true, {}, instantFrom("2027-01-01T00:00:00Z")} : found->second;
        },
        [this] { return schema; },
        browserRoots,
    };
    return egress::test::run(doctor::examine(patient, instruments));
}

const Finding& Surgery::lineOf(const Report& report, const std::string& about, const std::string& check) {
    const Finding* found = nullptr;
    int lines = 0;
    for (const auto& each : report) {
        if (each.about == about && each.finding.check == check) {
            found = &each.finding;
            ++lines;
        }
    }
    if (lines != 1) {
        qFatal("%d lines about %s, %s in:\n%s", lines, about.c_str(), check.c_str(), toText(report).c_str());
    }
    return *found;
}

}  // namespace verdesk::test
