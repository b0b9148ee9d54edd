#include "providers/passbase/probe.h"

#include "providers/answer.h"
#include "providers/passbase/calls.h"

#include <algorithm>

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;
using Level = Finding::Level;

// An identity that nobody has: Passbase may say all the same that we might not see its files.
constexpr const char* nobody = "00000000-0000-0000-0000-000000000000";
constexpr double unusuallyLow = 0.5;

Finding finding(Level level, const char* check, std::string what, std::string wayOut = {}) {
    return {level, check, std::move(what), std::move(wayOut)};
}

Finding environmentIn(const JsonReader& project, const Account& account) {
    const auto word = project.text("environment").value_or("");
    const auto theirs = environmentFrom(word);
    if (theirs == Environment::unknown) {
        return finding(Level::warning, "environment", "the project does not say whether it is a sandbox",
                       "look at the project's environment in Passbase's dashboard");
    }
    const bool isOther = (account.environment == Environment::sandbox || account.environment == Environment::live) &&
                         account.environment != theirs;
    if (isOther) {
        return finding(Level::wrong, "environment",
                       "the project's environment is " + oneLine(word, 32) + ", the account's is " +
                           std::string{toWord(account.environment)},
                       "use the keys of the other project, or correct the account's environment");
    }
    return finding(Level::good, "environment", "the project's environment is " + oneLine(word, 32));
}

Finding slugIn(const JsonReader& project, const AccountSettings& settings) {
    const auto theirs = oneLine(project.text("slug").value_or(""), 64);
    if (settings.slug.empty()) {
        return finding(Level::skipped, "slug", "no hosted link is configured",
                       theirs.empty() ? "" : "for checks on the customer's phone set slug = \"" + theirs + "\"");
    }
    if (!theirs.empty() && theirs != settings.slug) {
        return finding(Level::wrong, "slug", "the hosted link leads to another project: this one is \"" + theirs + "\"",
                       "set slug = \"" + theirs + "\"");
    }
    return finding(Level::good, "slug", "the hosted link leads to this project");
}

Finding stepsIn(const JsonReader& project) {
    std::string steps;
    bool looks = false;
    for (const auto& each : project.objects("verification_steps")) {
        const auto step = oneLine(each.text("step").value_or(""), 48);
        steps += (steps.empty() ? "" : ", ") + step;
        looks = looks || step == "liveness_check";
    }
    if (steps.empty()) {
        return finding(Level::warning, "steps", "the project has no steps",
                       "set up in Passbase's dashboard what customers have to show");
    }
    return looks ? finding(Level::good, "steps", "customers go through: " + steps)
                 : finding(Level::warning, "steps", "customers go through: " + steps + "; nobody looks at their face",
                           "add the liveness check in Passbase's dashboard, unless that is meant");
}

Finding thresholdsOf(const AccountSettings& settings) {
    if (!settings.declineBelow || !settings.acceptFrom) {
        return finding(Level::skipped, "thresholds", "the project's thresholds are not told to Verdesk",
                       "set decline_below and accept_from as in Passbase's dashboard, so that scores are shown as a "
                       "band");
    }
    if (*settings.declineBelow == *settings.acceptFrom || *settings.acceptFrom < unusuallyLow) {
        return finding(Level::warning, "thresholds", "the thresholds leave nothing or much to chance",
                       "compare decline_below and accept_from with Passbase's dashboard; it suggests 0.7 and 0.85");
    }
    return finding(Level::good, "thresholds", "scores are shown with the thresholds that are configured");
}

Finding webhooksOf(const Account& account) {
    if (account.secret("webhook_secret") != nullptr) {
        return finding(Level::good, "webhooks", "webhooks have to be encrypted");
    }
    return finding(Level::warning, "webhooks",
                   "plain webhooks are taken, as reasons to ask; who is looked at again is for review at best",
                   "set a secret of 32 characters in Passbase's dashboard and as webhook_secret");
}

Finding metadataOf(const AccountSettings& settings) {
    if (settings.metadataKey != nullptr) {
        return finding(Level::good, "metadata", "checks at the button carry encrypted metadata");
    }
    return finding(Level::skipped, "metadata", "checks are found by the customer's e-mail address alone",
                   "make an RSA key, upload its public part in Passbase's dashboard, and set metadata_key");
}

Finding filesOf(const HttpReply& reply) {
    if (reply.status == 401 || reply.status == 403) {
        return finding(Level::warning, "documents",
                       "Passbase does not hand files out to this account (" + std::to_string(reply.status) +
                           "): ask Passbase for the permission to download documents",
                       "until then, leave documents and video out of what flows keep");
    }
    // That there is no such identity says nothing of what we might see of one.
    return finding(Level::skipped, "documents",
                   "whether documents may be downloaded is only told at the first one that a check is to keep",
                   "where Passbase refuses it, the check's documents say so");
}

std::vector<Finding> readSettings(const HttpReply& reply, const Account& account, const AccountSettings& settings) {
    requireSuccess(reply, settings);
    return readBody("Passbase", reply, [&](const json& document) {
        const JsonReader project{document};
        return std::vector<Finding>{finding(Level::good, "key", "Passbase takes the secret key"),
                                    environmentIn(project, account), slugIn(project, settings), stepsIn(project)};
    });
}

}  // namespace

Exchange<std::vector<Finding>> probe(const Context& context) {
    const auto settings = settingsOf(context.account);
    std::vector<Finding> findings;
    try {
        const HttpReply reply = co_await requestOf(settings, "/settings");
        findings = readSettings(reply, context.account, settings);
    } catch (const ProviderError& error) {
        findings = {finding(Level::wrong, "key", error.what(),
                            error.failure() == Failure::providerRefused
                                ? "is secret_key the project's secret key, and still good?"
                                : "does this machine reach Passbase (api_base_url, proxy)?")};
        co_return findings;
    }
    try {
        const HttpReply reply = co_await requestOf(settings, filePath(nobody, nobody, nobody));
        findings.push_back(filesOf(reply));
    } catch (const ProviderError&) {
        findings.push_back(filesOf({}));
    }
    findings.push_back(thresholdsOf(settings));
    findings.push_back(webhooksOf(context.account));
    findings.push_back(metadataOf(settings));
    co_return findings;
}

}  // namespace verdesk::providers::passbase
