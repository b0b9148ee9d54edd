#pragma once
// The inside of Verifications. It lives as long as the object or a call that it started; when the object is gone, every
// call ends at its next step. One file for each of its jobs: begin.cpp, renew.cpp, polling.cpp, hand_in.cpp, inbox.cpp,
// late.cpp, came_back.cpp, fetching.cpp, unmatched.cpp, erasing.cpp, resume.cpp, upkeep.cpp.

#include "backend/egress/driver.h"
#include "backend/egress/origin.h"
#include "backend/scheduler/poller.h"
#include "backend/verification/service.h"
#include "backend/verification/settle.h"
#include "backend/verification/sound.h"
#include "backend/verification/waiting.h"
#include "providers/registry.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace verdesk::backend {

// What is needed to ask a provider about one verification. The pointers are into the configuration.
struct Session {
    const FlowConfig* flow = nullptr;
    const AccountConfig* account = nullptr;
    const providers::Provider* provider = nullptr;
    providers::Attempt attempt;
    State state = State::unknown;
    std::string branch;
    std::string person;  // who it is to the provider, as far as it told
};

class VerificationEngine : public std::enable_shared_from_this<VerificationEngine> {
public:
    VerificationEngine(boost::asio::any_io_executor executor, const Config& config, store::Store& store,
                       egress::Egress& egress, const Clock& clock, const VerificationOptions& options);
    void connect();  // after the object is shared
    void abandon();
    boost::asio::awaitable<void> stop();

    // --- engine.cpp: common ground
    // Work in the background; what it throws is logged.
    void run(boost::asio::awaitable<void> work, const char* what);
    template <class Query>
    auto read(const Query& query) -> boost::asio::awaitable<std::invoke_result_t<const Query&, store::Reading&>> {
        live();
        if constexpr (std::is_void_v<std::invoke_result_t<const Query&, store::Reading&>>) {
            co_await store_.read(query);
            live();
        } else {
            auto result = co_await store_.read(query);
            live();
            co_return result;
        }
    }
    template <class Change>
    auto write(const Change& change)
        -> boost::asio::awaitable<std::invoke_result_t<const Change&, store::Transaction&>> {
        live();
        if constexpr (std::is_void_v<std::invoke_result_t<const Change&, store::Transaction&>>) {
            co_await store_.write(change);
            live();
        } else {
            auto result = co_await store_.write(change);
            live();
            co_return result;
        }
    }
    // What became of a provider call: a value, or why there is none.
    template <class T>
    struct Called {
        std::optional<T> value;
        Failure failure = Failure::unknown;
        std::string raw;           // of a failure
        std::string providerCode;  // likewise
    };
    template <class T>
    boost::asio::awaitable<Called<T>> call(Exchange<T> exchange, egress::Caller caller) {
        live();
        Called<T> called;
        try {
            auto value = co_await egress::drive(std::move(exchange), egress_, std::move(caller));
            makeSound(value);
            called.value = std::move(value);
        } catch (const providers::ProviderError& error) {
            called.failure = error.failure();
            called.raw = error.raw();
            called.providerCode = error.providerCode();
        } catch (const egress::NeverSent&) {
            called.failure = Failure::providerUnreachable;
        } catch (const boost::system::system_error&) {
            throw;  // the call was ended
        } catch (const std::exception& error) {
            called.failure = Failure::internal;
            report("a provider call", error.what());
        }
        live();
        if (called.value) {
            warn(called.value->warnings);
        } else if (stopping_ && called.failure == Failure::providerUnreachable) {
            abort();  // not the provider's fault: the next start takes it up
        }
        co_return called;
    }
    // Writes a deed, tries again while the store has trouble, and follows up in memory. `extra` happens in the same
    // transaction after the deed.
    using Extra = std::function<void(store::Transaction&, const Settled&)>;
    boost::asio::awaitable<Settled> settled(Deed deed, Extra extra = {});
    // Brings what memory holds in line with the row. A session that is new here is asked about first at `first`, or
    // after an interval.
    void follow(const store::VerificationRow& row, std::optional<Instant> first = {});
    boost::asio::awaitable<store::VerificationRow> rowFor(const Who& who, const VerificationId& id);
    std::shared_ptr<const Session> sessionOf(const store::VerificationRow& row) const;  // null: not configured any more
    providers::Context contextOf(const Session& session) const;
    // A provider's answer about a session, without what its flow does not keep.
    static HasProgress answerOf(const Session& session, providers::Progress progress, claims::Channel channel);
    static providers::Keep keepOf(const Config& config, const store::VerificationRow& row);
    boost::asio::awaitable<void> pause(std::chrono::milliseconds time);
    void warn(const std::vector<std::string>& warnings);
    void report(const char* during, const char* what) const;
    Deed deed(const VerificationId& id, Happening happening, std::string actor, Raw raw = {}) const;

    // --- begin.cpp
    boost::asio::awaitable<void> begin(VerificationId id, std::shared_ptr<const Session> session,
                                       std::shared_ptr<Signal> done);
    bool isBeginning(const std::string& account) const;
    boost::asio::awaitable<providers::Subject> subjectOf(const Session& session);

    // --- renew.cpp
    // A fresh page for a session that waits. Throws ProblemError.
    boost::asio::awaitable<store::VerificationRow> renew(Who who, VerificationId id, std::string key);
    struct Renewal;
    boost::asio::awaitable<void> renewed(std::shared_ptr<const Renewal> what, std::shared_ptr<Signal> done);

    // --- polling.cpp
    boost::asio::awaitable<std::optional<PollOutcome>> ask(VerificationId id);
    boost::asio::awaitable<bool> expire(VerificationId id);
    boost::asio::awaitable<void> giveUp(VerificationId id, PollOutcome outcome);
    // Asks once about a session that is not watched here, and settles what comes.
    boost::asio::awaitable<void> askOnce(VerificationId id, std::shared_ptr<const Session> session, int tries);
    // The account's sessions that wait. False where none does.
    boost::asio::awaitable<bool> wake(const std::string& account);

    // --- hand_in.cpp
    // `wait`: for how long at most the answer is waited for.
    boost::asio::awaitable<store::VerificationRow> handIn(Who who, VerificationId id, providers::Return returned,
                                                          std::string key, std::chrono::milliseconds wait);
    // `before`: as the verification was when it was handed in.
    boost::asio::awaitable<void> complete(store::JournalRow entry, std::shared_ptr<const Session> session,
                                          WasDropped before, bool resumed, std::shared_ptr<Signal> done);
    void dropped(const std::string& provider, const std::string& why);
    boost::asio::awaitable<void> completed(store::JournalRow entry, std::shared_ptr<const Session> session,
                                           const providers::Return& returned, WasDropped before, bool resumed);
    std::string tokenDigest(const AccountConfig& account, std::string_view normalToken) const;

    // --- came_back.cpp
    // The language of the customer that an address of ours was visited by; nothing where it belongs to nobody.
    boost::asio::awaitable<std::optional<std::string>> cameBack(std::string provider, std::string url, bool back);
    boost::asio::awaitable<std::optional<store::VerificationRow>> wentBack(VerificationId id, std::string actor,
                                                                           std::string counter);
    boost::asio::awaitable<bool> wokeSomebody(const providers::Provider& provider, std::vector<std::string> accounts);
    boost::asio::awaitable<void> wasClosed(const store::VerificationRow& row, const Who& who);

    // --- fetching.cpp
    // Looks for documents that are due. Cheap to call often.
    void fetchesArrived();
    boost::asio::awaitable<void> lookForFetches();
    boost::asio::awaitable<void> fetch(store::FetchRow wanted);
    boost::asio::awaitable<void> fetchMine(store::FetchRow wanted);

    // --- inbox.cpp
    void hooksArrived();
    // One of them, and what it said when it was authenticated.
    void hookArrived(std::string hook, providers::Pushed pushed);
    struct Push;
    using Pushes = std::shared_ptr<const std::vector<Push>>;  // shared: a change is copied on its way to the store
    struct Worked;
    boost::asio::awaitable<void> workOff();
    boost::asio::awaitable<void> workOffOneByOne(Pushes pushes);
    boost::asio::awaitable<void> workOffTogether(Pushes pushes);
    // `pushed`: what it said, where it was read already.
    Push readPush(store::HookRow hook, std::optional<providers::Pushed> pushed = {}) const;
    static Worked apply(store::Transaction& t, const Push& push, const Config& config, Instant now);
    void followUp(const Worked& worked);
    void defer(const std::string& hook);
    void retryDeferred();

    // --- late.cpp
    static void match(store::Transaction& t, const Push& push, const std::vector<store::VerificationRow>& about,
                      Instant now);
    // Asks about ended verifications until there is an answer, then puts the webhook away.
    boost::asio::awaitable<void> askLate(Pushes pushes, std::size_t which, Worked worked);
    boost::asio::awaitable<bool> isAnswered(VerificationId id, Instant told);
    boost::asio::awaitable<void> putAway(const Push& push, const std::vector<VerificationId>& ids);

    // --- unmatched.cpp
    std::optional<UnmatchedResult> unmatchedIn(store::HookRow hook) const;  // nothing where it says nothing of anybody
    boost::asio::awaitable<std::vector<UnmatchedResult>> unmatched();
    boost::asio::awaitable<store::VerificationRow> assign(Who who, std::string hook, VerificationId id);
    boost::asio::awaitable<void> dismiss(Who who, std::string hook, std::string reason);

    // --- erasing.cpp
    boost::asio::awaitable<void> erase(Who who, CaseId id, std::string reason);
    // What becomes of a session that the provider opened when the case was erased already; nothing where it was not.
    Extra forgetting(const Session& session, std::string key) const;
    // Looks for attempts that providers are to delete now. Cheap to call often.
    void forgetsArrived();
    boost::asio::awaitable<void> lookForForgets();
    boost::asio::awaitable<void> forget(store::ForgetRow wanted);
    boost::asio::awaitable<bool> isForgotten(const store::ForgetRow& wanted);

    // --- resume.cpp, upkeep.cpp
    boost::asio::awaitable<void> resume();
    boost::asio::awaitable<void> care(store::VerificationRow row);
    boost::asio::awaitable<bool> askAgain(const store::VerificationRow& row, std::shared_ptr<const Session> session);
    void startUpkeep();
    boost::asio::awaitable<void> upkeep();
    boost::asio::awaitable<void> keepTimes();
    boost::asio::awaitable<void> adopt();
    boost::asio::awaitable<void> followOthers();
    boost::asio::awaitable<void> learnAgain(VerificationId id);

    // Ends a call whose object is gone.
    void live() const {
        if (abandoned_) {
            abort();
        }
    }
    [[noreturn]] static void abort() {
        throw boost::system::system_error{boost::asio::error::operation_aborted};
    }

    boost::asio::any_io_executor executor_;
    const Config& config_;
    store::Store& store_;
    egress::Egress& egress_;
    const Clock& clock_;
    VerificationOptions options_;
    SystemAlarms systemAlarms_;
    const Alarms& alarms_;
    std::unique_ptr<Poller> poller_;
    std::unique_ptr<Alarm> upkeepAlarm_;
    std::unique_ptr<Alarm> deferredAlarm_;
    std::unique_ptr<Alarm> fetchAlarm_;
    std::unique_ptr<Alarm> forgetAlarm_;
    std::string holder_;  // of leases: this process

    std::unordered_map<VerificationId, std::shared_ptr<Session>> sessions_;  // open ones that this process looks after
    std::unordered_map<VerificationId, int> handedIn_;                       // calls under way that settle a token
    std::set<VerificationId> beginning_;
    std::map<std::string, int> beginningAt_;  // by account
    struct PollFailure {
        Failure failure = Failure::unknown;
        std::string raw;
        std::string providerCode;
    };
    std::unordered_map<VerificationId, PollFailure> lastFailure_;
    std::map<std::string, Instant> warned_;
    std::map<std::string, providers::Pushed> justRead_;  // by webhook; what is not here is read from the store
    std::set<std::string> deferred_;                     // webhooks whose session may be known in a moment
    std::set<std::string> woken_;                        // those of them that waiting sessions were woken for
    std::set<std::string> late_;                         // webhooks about what has ended, which is being asked about
    std::map<std::string, Instant> wokenByReturn_;  // by account: when a browser of nobody's last woke its sessions
    std::set<std::string> fetching_;                // ids of fetches under way
    bool lookingForFetches_ = false;
    bool lookAgain_ = false;
    std::set<VerificationId> forgetting_;  // attempts that are being deleted at their providers
    bool lookingForForgets_ = false;
    bool lookForForgetsAgain_ = false;
    boost::asio::cancellation_signal endFollowing_;
    bool workingOff_ = false;
    bool workAgain_ = false;
    bool shared_ = false;  // more than one replica may be at work on this store
    bool stopping_ = false;
    bool abandoned_ = false;
    std::size_t running_ = 0;
    std::shared_ptr<Signal> idle_;
};

}  // namespace verdesk::backend
