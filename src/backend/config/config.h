#pragma once
// The configuration, read: what the rest of the backend needs, with every mistake found. TOML; see
// docs/configuration.md.

#include "backend/config/networks.h"
#include "backend/config/sender_config.h"
#include "backend/store/place.h"
#include "contract/session.h"
#include "crypto/seal.h"
#include "providers/provider.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::backend {

// A mistake, where it stands. `line` is 0 where there is none (a missing table).
struct ConfigMistake {
    std::string file;
    int line = 0;
    std::string key;      // "flows.passid_qr.ttl_seconds"
    std::string message;  // what is wrong and what would be right
};
std::string toText(const ConfigMistake& mistake);  // "desk.toml:12: flows.passid_qr.ttl_seconds: ..."

struct Branch {
    std::string id;
    std::string name;
};

struct AccountConfig {
    std::string provider;              // id in the registry
    std::string displayName;           // the provider's: "PASSID"
    providers::Account account;        // with secrets read
    std::string hookSegment;           // unguessable part of /hooks/{provider}/{segment}
    std::vector<Network> hookSources;  // who may send webhooks; empty: anybody
    // Origins within the own network that documents may be fetched from nonetheless: "http://127.0.0.1:9000".
    std::vector<std::string> documentOrigins;
    std::string optionsDigest;  // of the options without secrets, hex
};

struct FlowConfig {
    Localized title;
    Localized description;
    std::string account;
    providers::FlowOptions flow;
    std::int64_t usualSeconds = 0;
    std::string fallback;  // id of the flow to offer where this one cannot be used; may be empty
    std::string digest;    // of flow and account options, hex
};

struct ListenerConfig {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::filesystem::path certificate;  // PEM; both or neither. Without, only loopback addresses are allowed for staff
    std::filesystem::path key;
};

// Limits of the staff and public listeners. The API keeps smaller ones per route.
struct LimitsConfig {
    std::size_t headerBytes = 16 * 1024;
    std::size_t bodyBytes = 256 * 1024;  // also of webhooks
    std::size_t connections = 2'000;
    int requestsPerSecond = 50;  // of one session; before sign-in, of one address
    int hooksPerSecond = 1'000;  // of one account
    std::chrono::days unmatchedKept{30};
};

struct Config {
    Institution institution;
    std::vector<Branch> branches;
    std::map<std::string, AccountConfig> accounts;  // by id
    std::vector<FlowConfig> flows;                  // in the order of the file: that of the cards
    ListenerConfig staff;
    ListenerConfig publicSide;
    std::vector<Network> trustedProxies;  // before the public listener: believed about who came to them
    ListenerConfig ops;
    std::string publicOrigin;  // https://desk.bank.example
    store::Place place;
    crypto::Key master = crypto::Key::random();  // until one is read
    int masterVersion = 1;
    std::optional<crypto::Key> previousMaster;  // while the master key is being exchanged
    std::string minimumDesk = "0.1.0";
    std::string minimumEngine;  // Chromium's version that a desk must have to show providers' pages; empty: any
    bool practice = false;
    std::string phoneUrl;  // practice: the customer's phone
    std::chrono::seconds sessionLife{12 * 3600};
    std::chrono::seconds sessionIdle{1800};  // without a request that a person caused, the session ends
    std::chrono::seconds idleLock{300};      // the desk locks itself; it asks for the password again
    std::chrono::seconds hideClaims{180};
    std::chrono::milliseconds providerTimeout{15'000};
    std::string proxy;             // for calls to providers: "http://proxy.bank.example:3128"; empty: none
    std::filesystem::path caFile;  // PEM bundle that providers' certificates are checked against; empty: the system's
    double pollSpeed = 1;          // tests: divides the providers' documented interval
    LimitsConfig limits;
    SenderConfig sender;

    std::vector<std::string> warnings;  // what is no mistake and may not be meant
    // Instead of the registry's, by id: for tests.
    std::map<std::string, const providers::Provider*> adapters;

    const FlowConfig* flow(const std::string& id) const;
    const AccountConfig* account(const std::string& id) const;
    const providers::Provider* provider(const std::string& id) const;  // null where there is none
    const Branch* branch(const std::string& id) const;
    const Purpose* purpose(const std::string& id) const;
    // For a call to the account's provider, or for a webhook of it, which knows no flow. Refers to its arguments.
    providers::Context context(const AccountConfig& account, const providers::FlowOptions& flow, Instant now) const;
    providers::Context context(const AccountConfig& account, Instant now) const;
    // Of the institution as a whole: practice; or live as soon as one account is; else sandbox.
    Environment environment() const;
};

}  // namespace verdesk::backend
