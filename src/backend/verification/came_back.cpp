// Ends that are seen from outside: a browser that comes to an address of ours, a page that was closed.
#include "backend/verification/engine.h"

#include "backend/store/tables/cases.h"
#include "backend/store/tables/verifications.h"
#include "contract/problem.h"

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

struct Found {
    store::VerificationRow row;
    std::string language;  // the customer's
};

std::vector<std::string> accountsAt(const Config& config, const std::string& provider) {
    std::vector<std::string> ids;
    for (const auto& [id, account] : config.accounts) {
        if (account.provider == provider) {
            ids.push_back(id);
        }
    }
    return ids;
}

}  // namespace

asio::awaitable<std::optional<std::string>> VerificationEngine::cameBack(std::string provider, std::string url,
                                                                         bool back) {
    const auto* known = config_.provider(provider);
    if (known == nullptr) {
        co_return std::nullopt;
    }
    const auto accounts = accountsAt(config_, provider);
    const auto named = known->keyOfReturn(url);
    const auto key = named.value_or("");
    if (key.empty()) {
        std::optional<std::string> language;
        if (!back && !named) {
            const bool isSomebodys = co_await wokeSomebody(*known, accounts);
            language = isSomebodys ? std::optional{std::string{}} : std::nullopt;
        }
        co_return language;
    }
    const auto query = [accounts, key](store::Reading& r) -> std::optional<Found> {
        for (const auto& account : accounts) {
            if (auto rows = tables::findByProviderKey(r, account, key); !rows.empty()) {
                const auto owner = tables::findCase(r, rows.front().caseId);
                return Found{std::move(rows.front()), owner ? owner->consentLanguage : std::string{}};
            }
        }
        return std::nullopt;
    };
    auto found = co_await read(query);
    if (!found) {
        co_return std::nullopt;
    }
    if (back) {
        co_await wentBack(found->row.id, "system", {});
    } else {
        Who nobody;
        nobody.staff = StaffId{"system"};
        nobody.branch = found->row.branch;
        providers::Return returned{providers::RedirectReturn{std::move(url)}};
        std::string refused;
        try {
            co_await handIn(std::move(nobody), found->row.id, std::move(returned), {}, std::chrono::milliseconds{0});
        } catch (const ProblemError& error) {
            refused = error.problem().code;  // the case was blocked or closed: nothing of the customer's doing
        }
        if (!refused.empty()) {
            dropped(found->row.provider, refused);
        }
    }
    co_return std::move(found->language);
}

// Somebody is done, and nothing says who. Anybody may call that address: for their sake nobody is asked more often than
// the provider is anyway.
asio::awaitable<bool> VerificationEngine::wokeSomebody(const providers::Provider& provider,
                                                       std::vector<std::string> accounts) {
    const auto interval = provider.pollInterval();
    bool woke = false;
    for (const auto& account : accounts) {
        const auto now = clock_.now();
        const auto last = wokenByReturn_.find(account);
        if (interval.count() == 0) {
            continue;
        }
        if (last != wokenByReturn_.end() && now - last->second < interval / config_.pollSpeed) {
            woke = poller_->watchesAnyOf(account) || woke;
            continue;
        }
        wokenByReturn_[account] = now;
        const bool waits = co_await wake(account);
        woke = waits || woke;
    }
    co_return woke;
}

// What has been handed in already is not taken back.
asio::awaitable<std::optional<store::VerificationRow>> VerificationEngine::wentBack(VerificationId id,
                                                                                    std::string actor,
                                                                                    std::string counter) {
    auto what = deed(id, IsCancelled{}, std::move(actor));
    what.counter = std::move(counter);
    const auto change = [what](store::Transaction& t) {
        auto row = tables::findVerification(t, what.id);
        return row && (row->state == State::requesting || row->state == State::awaiting) ? settle(t, what).row : row;
    };
    auto row = co_await write(change);
    if (row) {
        follow(*row);
    }
    co_return row;
}

// A provider that can be asked is; one that tells by itself is waited for.
asio::awaitable<void> VerificationEngine::wasClosed(const store::VerificationRow& row, const Who& who) {
    const auto session = sessionOf(row);
    if (!session || session->provider->pollInterval().count() > 0) {
        if (poller_->watches(row.id)) {
            poller_->askNow(row.id);
        } else if (session && !isFinal(row.state) && !row.providerKey.empty()) {
            run(askOnce(row.id, session, 1), "asking after a page was closed");  // another replica looks after it
        }
        co_return;
    }
    if (row.state == State::awaiting) {
        auto what = deed(row.id, IsBeingVerified{}, who.staff.value);
        what.counter = who.counter;
        co_await settled(std::move(what));
    }
}

}  // namespace verdesk::backend
