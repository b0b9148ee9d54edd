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

}  // namespace

asio::awaitable<std::optional<std::string>> VerificationEngine::cameBack(std::string provider, std::string url,
                                                                         bool back) {
    const auto* known = config_.provider(provider);
    const auto named = known == nullptr ? std::nullopt : known->keyOfReturn(url);
    const auto key = named.value_or("");
    if (key.empty()) {
        co_return std::nullopt;  // nobody's, or whose is not told: those who wait are asked about anyway
    }
    std::vector<std::string> accounts;
    for (const auto& [id, account] : config_.accounts) {
        if (account.provider == provider) {
            accounts.push_back(id);
        }
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
        poller_->askNow(row.id);
        co_return;
    }
    if (row.state == State::awaiting) {
        auto what = deed(row.id, IsBeingVerified{}, who.staff.value);
        what.counter = who.counter;
        co_await settled(std::move(what));
    }
}

}  // namespace verdesk::backend
