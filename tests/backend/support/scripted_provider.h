#pragma once
// A provider without a server of its own: a script says what it answers. It can be asked, learns the key of an attempt
// late, knows people again, takes answers and participants, and has texts sent.
//
// Its webhooks are JSON: {"id"?, "wake": KEY} or {"id"?, "relay": {"channel", "to", "text"}} or {"id"?, "key"?,
// "refuses": true} or {"id"?, "news": WORD, "begins": KEY, "trusted"?}; "signed": false makes one that is refused.

#include "providers/provider.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::test {

class ScriptedProvider : public providers::Provider {
public:
    ScriptedProvider();

    // What the next questions about an attempt of that key are answered with, in this order; the last one stays.
    // Without any: it waits for the customer.
    mutable std::map<std::string, std::deque<providers::Progress>> script;
    mutable std::vector<std::string> asked;  // keys
    mutable std::vector<std::string> heard;  // of the attempt that was asked about last
    mutable int asksFail = 0;                // so many times
    mutable std::vector<providers::Subject> begun;
    std::string opensAs;                         // the key of what it opens; empty: as below
    std::string begins;                          // an address that is asked before, where it is not empty
    mutable std::vector<std::string> forgotten;  // keys
    bool forgets = true;
    mutable int forgetFails = 0;                     // so many times
    std::optional<providers::ProviderError> gaveUp;  // what the end of its page is answered with
    std::vector<Question> questions;
    bool takesOthers = false;
    bool knownAlone = false;

    // The key of an attempt before anything else is known of it.
    static std::string firstKey(const VerificationId& id);
    // An answer that accepts the customer, or says what else there is to say.
    static providers::Progress accepted(const std::string& key, const std::string& person,
                                        std::vector<claims::Claim> more = {});
    static providers::Progress still(State state, const std::string& key);

    const providers::ProviderInfo& info() const override;
    Environment environmentOf(const providers::Account&) const override;
    std::vector<providers::ConfigProblem> check(const providers::Account&,
                                                const providers::FlowOptions*) const override;
    std::chrono::milliseconds pollInterval() const override;
    std::chrono::milliseconds longestPollInterval() const override;
    std::vector<Form> forms(const providers::FlowOptions&) const override;
    bool takesParticipants(const providers::FlowOptions&) const override;
    bool needsKnown(const providers::FlowOptions&) const override;
    Exchange<providers::Begun> begin(const providers::Context&, const providers::Subject&) const override;
    Exchange<providers::Progress> poll(const providers::Context&, const providers::Attempt&) const override;
    Exchange<providers::Progress> complete(const providers::Context&, const providers::Attempt&,
                                           const providers::Return&) const override;
    bool canForget() const override {
        return forgets;
    }
    Exchange<void> forget(const providers::Context&, const providers::Attempt&) const override;
    providers::Pushed receive(const providers::Context&, const providers::PushRequest&) const override;
    std::string normalToken(std::string_view typed) const override;

private:
    providers::ProviderInfo info_;
};

}  // namespace verdesk::test
