#include "providers/passbase/search.h"

#include "providers/passbase/calls.h"
#include "providers/passbase/identity.h"
#include "providers/passbase/metadata.h"
#include "providers/passbase/prefill.h"

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;

std::string textIn(const json& object, const char* member) {
    const auto found = object.is_object() ? object.find(member) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>()
                                                                             : std::string{};
}

std::optional<std::int64_t> numberIn(const json& object, const char* member) {
    const auto found = object.is_object() ? object.find(member) : object.end();
    return object.is_object() && found != object.end() && found->is_number_integer()
               ? std::optional{found->get<std::int64_t>()}
               : std::nullopt;
}

std::string emailOf(const json& identity) {
    const auto owner = identity.is_object() ? identity.find("owner") : identity.end();
    return identity.is_object() && owner != identity.end() ? normalEmail(textIn(*owner, "email")) : std::string{};
}

// The list as far as it was seen: where it runs from new to old, nothing behind an old one can be ours.
class Order {
public:
    void see(const json& identity) {
        const auto created = numberIn(identity, "created");
        isFalling_ = isFalling_ && created && (!last_ || *created <= *last_);
        last_ = created;
    }
    bool isPast(std::int64_t earliest) const {
        return isFalling_ && last_ && *last_ < earliest;
    }

private:
    bool isFalling_ = true;
    std::optional<std::int64_t> last_;
};

}  // namespace

Belongs belongs(const json& identity, const Account& account, const Sought& sought) {
    if (const auto named = verificationIn(metadataOf(identity))) {
        return *named == sought.verification ? Belongs::yes : Belongs::no;
    }
    const auto created = numberIn(identity, "created");
    if (created && *created < sought.since - clocksDiffer) {
        return Belongs::no;
    }
    const auto email = emailOf(identity);
    return created && !email.empty() && isCodeOf(sought.email, account, "email", sought.verification + "\n" + email)
               ? Belongs::yes
               : Belongs::perhaps;
}

Exchange<Found> search(const Context& context, const AccountSettings& settings, const Sought& sought) {
    Found found;
    std::int64_t foundCreated = 0;
    Order order;
    std::string cursor;
    for (std::int64_t turn = 0; turn < settings.mostPages; ++turn) {
        const HttpReply reply = co_await requestOf(settings, pageOf("/identities", cursor));
        const auto page = pageFrom(reply, settings);
        for (const auto& identity : page.items) {
            order.see(identity);
            const auto id = textIn(identity, "id");
            const auto created = numberIn(identity, "created").value_or(0);
            // One that was only begun may be left for another: nothing is decided by it.
            const bool isSent = stateOf(textIn(identity, "status")) != State::awaiting;
            if (!id.empty() && isSent && (found.identity.empty() || created > foundCreated) &&
                belongs(identity, context.account, sought) == Belongs::yes) {
                found.identity = id;
                found.isNamed = verificationIn(metadataOf(identity)).has_value();
                foundCreated = created;
            }
        }
        if (page.next.empty() || page.next == cursor || order.isPast(sought.since - clocksDiffer)) {
            co_return found;
        }
        cursor = page.next;
    }
    found.isCutShort = true;
    co_return found;
}

}  // namespace verdesk::providers::passbase
