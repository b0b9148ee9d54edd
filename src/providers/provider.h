#pragma once
// What the backend knows of an identity-verification provider. One folder implements it per provider; the registry
// lists them. Everything is a value: a call to the provider is an Exchange that somebody else drives, a webhook is
// bytes to be read. Implementations hold no state and may be used from any thread.

#include "claims/claim.h"
#include "claims/decline.h"
#include "contract/launch.h"
#include "contract/session.h"
#include "contract/verification.h"
#include "crypto/secret.h"
#include "exchange/exchange.h"

#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace verdesk::providers {

// What a flow keeps beside the claims, which are always kept.
struct Keep {
    bool documents = false;  // pictures and files
    bool video = false;
    bool operator==(const Keep&) const = default;
};

struct ProviderInfo {
    std::string id;                    // "passid": in configuration and addresses
    std::string displayName;           // "PASSID"
    std::vector<LaunchKind> launches;  // that it can do
    std::vector<std::string> claims;   // generic names that it can prove
    std::vector<std::string> secrets;  // names of the secrets that an account may have, e.g. "key", "webhook_secret"
    std::vector<std::string> accountOptions;  // keys that it knows, so that a misspelt one can be refused
    std::vector<std::string> flowOptions;
    std::string acknowledgement = "OK";  // the body that a webhook is answered with, once it is kept
    Keep keeps{};                        // of a flow that does not say what it keeps
};

// One set of credentials at one provider. `options` is the account's table of the configuration as JSON, without
// secrets.
struct Account {
    std::string id;
    Environment environment = Environment::unknown;
    nlohmann::json options;
    std::map<std::string, std::vector<crypto::Secret>> secrets;   // by name; a list, so that they rotate; newest first
    const crypto::Secret* secret(const std::string& name) const;  // the newest that is not empty, or null
};

// One configured way to check a customer. `options` is the provider's part of the flow's table as JSON.
struct FlowOptions {
    std::string id;
    std::vector<LaunchKind> launches;
    std::vector<std::string> asks;  // generic claim names
    nlohmann::json options;
    Keep keep{};
};

// A mistake in the configuration. `key` is relative to the account's or flow's table, e.g. "ttl_seconds".
struct ConfigProblem {
    enum class Where { account, flow } where;
    std::string key;
    std::string message;
    bool operator==(const ConfigProblem&) const = default;
};

struct Context {
    const Account& account;
    const FlowOptions& flow;
    std::string institutionName;
    Instant now{};
    // Where this provider sends a customer's browser back to: "https://desk.bank.example/return/authenteq".
    std::string returnUrl;
};

// A verification that is being begun.
struct Subject {
    VerificationId verification;
    LaunchKind launch = LaunchKind::unknown;  // which of the flow's launches staff picked
    std::string language;                     // the customer's, "en"
    std::string nonce;      // 256 random bits as base64url, new for every verification: an OAuth state and the like
    Answers answers;        // what staff filled in of `Provider::forms`
    std::string parent;     // the provider key of the running attempt that this person is added to; else empty
    std::string person;     // the provider's own id of the customer, where an earlier check told one; else empty
    std::string userAgent;  // of the desk
};

// What a begun or asked attempt is known by. Kept by the store, handed back unchanged.
struct Attempt {
    VerificationId verification;
    LaunchKind launch = LaunchKind::unknown;
    std::string providerKey;  // the provider's own id for it; empty where it has none
    std::string
        idempotencyKey;  // for calls that must not happen twice; made by the backend, one per action of a person
    std::vector<std::string> heard = {};  // the words of the News about it, oldest first
};

struct Begun {
    std::vector<Launch> launches;
    std::string providerKey;
    std::optional<Instant> deadline;
    std::string raw;                    // the provider's answer, kept sealed for support
    std::vector<std::string> warnings;  // what whoever runs Verdesk should hear of once a day, e.g. another API
                                        // version; nothing about a person
};

// A picture or file that came inside an answer. It goes with the claim of the same `path`, whose value is a
// claims::Document without an id: whoever keeps the bytes gives it one.
struct Document {
    std::string path;
    std::string mediaType;  // as the provider says; what is kept and shown goes by the bytes
    std::string bytes;
};
inline constexpr std::size_t longestDocument = 16 * 1024 * 1024;  // bytes
// One that has to be fetched, by Provider::fetch. The address is the provider's word, and is not trusted.
struct DocumentRef {
    std::string path;  // as above
    std::string url;
    bool operator==(const DocumentRef&) const = default;
};

// Which addresses of documents an account allows.
struct DocumentRules {
    bool plainHttp = false;          // besides https
    std::vector<std::string> hosts;  // empty: any. "files.example" is that host, ".files.example" every one below it
    bool operator==(const DocumentRules&) const = default;
};

// Where an attempt stands. A final one says why in exactly one way: claims, or a decline.
struct Progress {
    State state = State::awaiting;  // awaiting, verifying, completed, declined, expired, cancelled
    std::vector<claims::Claim> claims;
    std::optional<claims::Decline> decline;
    std::string providerCode;  // the provider's own word for a refusal
    std::string providerKey;   // the attempt's, where it is learned only now; empty: as before
    // That key was found by what the customer is like, an address say, and not by a name of the attempt. Where another
    // attempt of the account has it already, nothing of this counts, and the attempt goes on waiting.
    bool byLikeness = false;
    std::string person;  // the provider's own id of the customer, by which it knows them again; empty: none told
    std::optional<Instant> verifiedAt;
    std::string raw;
    std::vector<std::string> warnings;  // as in Begun
    std::vector<Document> documents;    // kept in the same transaction as the claims
    std::vector<DocumentRef> toFetch;   // fetched afterwards, each until it is there or the provider says no
    // Of `complete` alone: why what came back is no return to this attempt, e.g. a redirect with somebody else's state.
    // Where it is not empty nothing else of this counts: the return is dropped, counted and logged, and the attempt
    // goes on waiting as if nothing had come. Says nothing of what came.
    std::string dropped;
};

// Adds a `missing` claim for every asked one that is not there. Calls of ours do it themselves; a pushed result does
// not know its flow, so whoever finds the session does it then. Doing it twice changes nothing.
std::vector<claims::Claim> withMissing(std::vector<claims::Claim> claims, const std::vector<std::string>& asks);

// What the desk saw when its part ended.
struct TokenReturn {
    crypto::Secret token;
};
struct MessageReturn {
    std::string message;  // verbatim JSON of the widget
};
struct RedirectReturn {
    std::string url;
};
struct ClosedReturn {};
using Return = std::variant<TokenReturn, MessageReturn, RedirectReturn, ClosedReturn>;

// A webhook as it came.
struct PushRequest {
    std::vector<Header> headers;
    std::string body;  // the raw bytes: signatures are over these
    std::optional<std::string_view> header(std::string_view name) const;
};

// What a look at an account found, before customers come.
struct Finding {
    enum class Level { good, skipped, warning, wrong } level = Level::wrong;
    std::string check;   // stable, e.g. "idempotent-verify"
    std::string what;    // was found, in words; nothing secret
    std::string remedy;  // the way out; empty where all is well
    bool operator==(const Finding&) const = default;
};

// What a webhook says, once it is authenticated. `key` names the session by the provider's key, `token` by a token that
// we may know. With neither, or a token that nobody here typed, it names no session of ours: it is kept as unmatched
// and is a wake-up.
struct PushedProgress {
    std::string key;    // the provider's key, or empty
    std::string token;  // normalised token, or empty: the backend looks up its digest and forgets it
    Progress progress;
};
struct WakeUp {
    std::string key;  // empty: poll the account's awaiting sessions, least recently polled first
};
// Something happened to open attempts that asking would not tell, e.g. that the customer was there. It is kept with
// those whose provider key begins so, over restarts, handed to `poll` as Attempt::heard, and a reason to ask at once.
// Of a webhook that is not authenticated nothing is kept: it is a WakeUp that names nobody.
struct News {
    std::string keyBegins;
    std::string word;  // for the adapter itself; nothing about a person
};
// Handed to the institution's own sender, kept nowhere and never logged. Where it cannot be told whom it is for, or
// what it says, that is empty: then nothing is sent, and the provider is told to come again.
struct Relay {
    std::string channel;  // "sms", "email"
    std::string to;
    std::string text;
};
struct Ignored {
    std::string why;  // e.g. an outcome event: read, understood, nothing to do
};
struct Rejected {
    std::string why;  // bad or missing signature: 401, counted, nothing changes
};
struct Pushed {
    std::string eventId;         // the sender's id of the event; empty where it has none
    std::string type;            // the sender's word for it
    bool authenticated = false;  // signed, and the signature was right
    std::variant<Rejected, PushedProgress, WakeUp, News, Relay, Ignored> what;
};

// Thrown inside an Exchange, or by a driver: why a call did not give a result. `raw` is kept sealed for support,
// `providerCode` (the provider's own word, where it has one) stands beside the failure.
class ProviderError : public std::runtime_error {
public:
    ProviderError(Failure failure, const std::string& what, std::string raw = {}, std::string providerCode = {});
    Failure failure() const {
        return failure_;
    }
    const std::string& raw() const {
        return raw_;
    }
    const std::string& providerCode() const {
        return providerCode_;
    }

private:
    Failure failure_;
    std::string raw_;
    std::string providerCode_;
};

// Thrown by `fetch` for an answer that brought no document. Whether another will is told by its status and headers.
class NoDocument : public ProviderError {
public:
    explicit NoDocument(HttpReply reply);  // its body is not kept
    const HttpReply& reply() const {
        return reply_;
    }

private:
    HttpReply reply_;
};

class Provider {
public:
    virtual ~Provider() = default;

    virtual const ProviderInfo& info() const = 0;
    // Sandbox or live, as far as the credentials tell; `unknown` where they do not.
    virtual Environment environmentOf(const Account& account) const = 0;
    // Every mistake at once; empty where all is well.
    virtual std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow) const = 0;
    // How often an awaiting attempt is polled; the documented interval. Zero: this provider cannot be asked, it tells;
    // `poll` is never called, and an attempt ends at its deadline.
    virtual std::chrono::milliseconds pollInterval() const = 0;
    // The interval grows by half with every question up to this one.
    virtual std::chrono::milliseconds longestPollInterval() const {
        return pollInterval();
    }
    // Questions that staff may answer before `begin`, which gets the answers. What the flow's configuration presets
    // stands in them. Called with flows that `check` found no fault with.
    virtual std::vector<Form> forms(const FlowOptions& flow) const {
        static_cast<void>(flow);
        return {};
    }
    // Whether further people may be added to a running attempt of this flow; each is an attempt of its own, begun with
    // `Subject::parent`.
    virtual bool takesParticipants(const FlowOptions& flow) const {
        static_cast<void>(flow);
        return false;
    }
    // Whether the flow is for customers alone whom an earlier check of the account made known: `Subject::person`.
    virtual bool needsKnown(const FlowOptions& flow) const {
        static_cast<void>(flow);
        return false;
    }

    // Opens a session. The references must outlive the exchange.
    virtual Exchange<Begun> begin(const Context& context, const Subject& subject) const = 0;
    // Asks once.
    virtual Exchange<Progress> poll(const Context& context, const Attempt& attempt) const = 0;
    // The desk saw it end. May be a call that must not happen twice: then its request is marked so.
    virtual Exchange<Progress> complete(const Context& context, const Attempt& attempt,
                                        const Return& returned) const = 0;
    // How long after its first try a `complete` that found no answer (it threw providerUnreachable) is tried again,
    // from the start: what must not happen twice is then answered by the journal. Any other failure is final. Zero: not
    // at all.
    virtual std::chrono::milliseconds completionWithin() const {
        return std::chrono::milliseconds{0};
    }
    // The provider key of the attempt that a browser's return to `Context::returnUrl` belongs to; empty where this one
    // names none, though they should. Nothing secret may be found by comparing: a digest does. Nothing where this
    // provider's returns never name one.
    virtual std::optional<std::string> keyOfReturn(const std::string& url) const {
        static_cast<void>(url);
        return std::nullopt;
    }
    // Where documents of this account may be fetched from; asked again for every one. An address inside the own network
    // is none of them, whatever this says.
    virtual DocumentRules documentRules(const Account& account) const {
        static_cast<void>(account);
        return {};
    }
    // Fetches one document. Usually a plain GET of its address is all. Throws NoDocument for any answer but 200.
    virtual Exchange<Document> fetch(const Context& context, const DocumentRef& document) const;
    // Whether `forget` can delete anything. Where not, it is never called, and people delete by hand.
    virtual bool canForget() const {
        return false;
    }
    // Deletes at the provider what it holds of the attempt; done, too, where nothing is there any more. Called when the
    // case is erased, and again until it ends without an error.
    virtual Exchange<void> forget(const Context& context, const Attempt& attempt) const;
    // The origins of the pages that desks open for this flow, as far as they are known beforehand: "https://my.host".
    virtual std::vector<std::string> pageOrigins(const Account& account, const FlowOptions& flow) const {
        static_cast<void>(account);
        static_cast<void>(flow);
        return {};
    }
    // Looks at the account as the provider's own go-live list does; starts nothing that a customer would notice. The
    // context's flow is empty. A call that fails is a finding and no error.
    virtual Exchange<std::vector<Finding>> probe(const Context& context) const;
    // A webhook as the provider would send it, signed with the account's newest secret, that is about nobody: for a
    // round trip through the public listener. Nothing where webhooks are not signed, or no secret is set.
    virtual std::optional<PushRequest> sampleWebhook(const Account& account, Instant now) const {
        static_cast<void>(account);
        static_cast<void>(now);
        return std::nullopt;
    }
    // Authenticates and reads a webhook. Fails closed: without a secret everything is rejected.
    virtual Pushed receive(const Context& context, const PushRequest& request) const = 0;
    // The one form under which a token is known, whatever case or blanks it was typed with.
    virtual std::string normalToken(std::string_view typed) const = 0;
};

}  // namespace verdesk::providers
