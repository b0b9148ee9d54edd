#pragma once
// All identities of the project, newest first where they are listed. Pure.

#include "sandbox/passbase/identity.h"

#include <map>

namespace verdesk::sandbox::passbase {

// One page of a list. `next`: where the following one begins; nothing after the last.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<int> next;
};

class Identities {
public:
    const Identity& add(Identity identity);
    // As it is at that time; null where there is none. A pointer holds until the next call.
    const Identity* find(const std::string& key, Time now);
    // The newest approved one of that address.
    const Identity* known(const std::string& email, Time now);
    // From `from` on, or from the newest.
    Page<Identity> list(std::optional<int> from, std::size_t limit, Time now);
    // Settled, then changed, and its `updated` is now.
    const Identity& change(const std::string& key, Time now, const std::function<void(Identity&)>& how);

    Json toJson() const;
    void restore(const Json& value);

private:
    std::map<int, Identity, std::greater<>> byNumber_;
    std::map<std::string, int> numbers_;
};

}  // namespace verdesk::sandbox::passbase
