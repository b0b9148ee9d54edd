// Documents that a provider named by an address. What is wanted is written down with the result; here it is fetched,
// also after a restart, until it is there or will not be.
#include "backend/verification/engine.h"

#include "backend/egress/retry.h"
#include "backend/store/tables/documents.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/evidence.h"
#include "backend/verification/media_type.h"
#include "crypto/random.h"

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

constexpr std::size_t atOnce = 3;  // each may be some MiB in memory
constexpr int lookedAt = 32;
constexpr std::chrono::hours ahead{48};
constexpr std::chrono::hours keepTrying{24};
constexpr std::chrono::seconds firstPause{5};
constexpr std::chrono::minutes longestPauseBetween{15};
// Longer than a try may take: so long another replica leaves it alone.
constexpr std::chrono::seconds lease{90};
constexpr std::chrono::seconds oneTry{25};

std::chrono::milliseconds pauseAfter(int tries) {
    const std::chrono::milliseconds doubled = firstPause * (1 << std::min(tries, 10));
    return std::min<std::chrono::milliseconds>(doubled, longestPauseBetween);
}

// Empty: it may still come. Of an answer that is no document only four say for good that there will be none.
std::string whyNever(const providers::ProviderError& error) {
    if (const auto* refused = dynamic_cast<const egress::OutsideRefused*>(&error)) {
        return refused->why() == egress::OutsideRefused::Why::address ? "refused_address" : "too_long";
    }
    if (const auto* none = dynamic_cast<const providers::NoDocument*>(&error)) {
        switch (none->reply().status) {
            case 404:
            case 410:
                return "withdrawn";
            case 401:
            case 403:
                return "refused_access";
            default:
                return {};
        }
    }
    return error.failure() == Failure::configuration ? "refused_address" : "";
}

// What the host asked for; nothing where it asked for nothing.
std::chrono::milliseconds pauseAsked(const providers::ProviderError& error) {
    const auto* none = dynamic_cast<const providers::NoDocument*>(&error);
    return none == nullptr ? std::chrono::milliseconds{0}
                           : egress::retryAfter(none->reply()).value_or(std::chrono::milliseconds{0});
}

// What the account allows. The origin of a sandbox on this machine is inside by nature: in practice it is the one that
// the account itself names.
egress::OutsideRules rulesOf(const providers::Provider& provider, const AccountConfig& account, bool practice) {
    auto allowed = provider.documentRules(account.account);
    egress::OutsideRules rules;
    rules.plainHttp = allowed.plainHttp;
    rules.hosts = std::move(allowed.hosts);
    rules.inside = account.documentOrigins;
    if (practice) {
        for (const auto& [name, value] : account.account.options.items()) {
            const auto origin = value.is_string() ? egress::originOf(value.get<std::string>()) : std::nullopt;
            if (origin && origin->loopback) {
                rules.inside.push_back(origin->text());
            }
        }
    }
    return rules;
}

}  // namespace

void VerificationEngine::fetchesArrived() {
    if (abandoned_ || stopping_) {
        return;
    }
    lookAgain_ = true;
    if (!lookingForFetches_) {
        lookingForFetches_ = true;
        run(lookForFetches(), "looking for documents to fetch");
    }
}

asio::awaitable<void> VerificationEngine::lookForFetches() {
    struct Looking {
        bool& flag;
        ~Looking() {
            flag = false;
        }
    };
    const Looking looking{lookingForFetches_};
    while (lookAgain_ && !stopping_) {
        lookAgain_ = false;
        const auto now = clock_.now();
        const auto query = [now](store::Reading& r) { return tables::waitingFetches(r, now + ahead, lookedAt); };
        auto waiting = co_await read(query);
        for (auto& each : waiting) {
            if (fetching_.contains(each.id)) {
                continue;
            }
            if (each.nextAt > now) {
                fetchAlarm_->set(each.nextAt, [weak = weak_from_this()] {
                    if (const auto self = weak.lock()) {
                        self->fetchesArrived();
                    }
                });
                break;
            }
            if (fetching_.size() >= atOnce) {
                break;  // whoever ends looks again
            }
            fetching_.insert(each.id);
            run(fetch(std::move(each)), "fetching a document");
        }
    }
}

asio::awaitable<void> VerificationEngine::fetch(store::FetchRow wanted) {
    struct Fetching {
        VerificationEngine& engine;
        std::string id;
        ~Fetching() {
            engine.fetching_.erase(id);
            engine.fetchesArrived();
        }
    };
    const Fetching fetching{*this, wanted.id};
    // Whoever moves it on has it.
    const auto take = [id = wanted.id, tries = wanted.tries, until = clock_.now() + lease](store::Transaction& t) {
        return tables::takeFetch(t, id, tries, until);
    };
    const bool mine = co_await write(take);
    if (mine) {
        ++wanted.tries;
        co_await fetchMine(std::move(wanted));
    }
}

asio::awaitable<void> VerificationEngine::fetchMine(store::FetchRow wanted) {
    const auto query = [id = wanted.verification](store::Reading& r) { return tables::findVerification(r, id); };
    const auto row = co_await read(query);
    const auto session = row ? sessionOf(*row) : nullptr;
    std::string never = session ? "" : "configuration";
    std::optional<providers::Document> document;
    auto wait = pauseAfter(wanted.tries);
    if (session) {
        const auto context = contextOf(*session);
        const providers::DocumentRef reference{wanted.path, wanted.url};
        auto exchange = session->provider->fetch(context, reference);
        egress::Caller caller;
        caller.account = session->account->account.id;
        caller.total = caller.single = oneTry;
        try {
            caller.outside = rulesOf(*session->provider, *session->account, config_.practice);
            document = co_await egress::drive(std::move(exchange), egress_, std::move(caller));
            never = keeps(session->flow->flow.keep, document->bytes) ? whyNotKept(document->bytes) : notKeptByFlow;
        } catch (const providers::ProviderError& error) {
            never = whyNever(error);
            wait = std::max(wait, pauseAsked(error));
        } catch (const boost::system::system_error&) {
            throw;  // the call was ended
        } catch (const std::exception& error) {
            report("fetching a document", error.what());
        }
        live();
    }
    const auto now = clock_.now();
    if (!document && never.empty()) {
        if (stopping_) {
            abort();  // not the provider's fault: the next start takes it up
        }
        if (now - wanted.at < keepTrying) {
            // Once more at the end of its time, whatever its host asked for.
            const auto at = std::min(now + wait, wanted.at + keepTrying);
            const auto later = [id = wanted.id, tries = wanted.tries, at](store::Transaction& t) {
                tables::postponeFetch(t, id, tries, at);
            };
            co_await write(later);
            co_return;
        }
        never = "unreachable";
    }
    const auto actor = session ? "provider:" + session->account->provider : "system";
    if (!never.empty()) {
        const Extra end = [id = wanted.id](store::Transaction& t, const Settled&) { tables::endFetch(t, id); };
        auto what = deed(wanted.verification, LacksDocument{wanted.path, never}, actor);
        co_await settled(std::move(what), end);
        co_return;
    }
    store::DocumentRow kept;
    kept.id = crypto::uuid7(now);
    kept.verification = wanted.verification;
    kept.caseId = wanted.caseId;
    kept.path = wanted.path;
    kept.mediaType = mediaTypeOf(document->bytes);
    kept.at = now;
    HasDocument happening{wanted.path, {kept.id, kept.mediaType}};
    const auto bytes = std::make_shared<const std::string>(std::move(document->bytes));
    const Extra keep = [id = wanted.id, kept, bytes](store::Transaction& t, const Settled& settled) {
        if (tables::endFetch(t, id) && settled.changed) {
            tables::insert(t, kept, *bytes);
        }
    };
    auto what = deed(wanted.verification, std::move(happening), actor);
    co_await settled(std::move(what), keep);
}

}  // namespace verdesk::backend
