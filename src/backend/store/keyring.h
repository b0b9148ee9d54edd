#pragma once
// Keys: one per case, wrapped by a master key; a case whose key is gone is erased. Thread-safe. While the master key is
// being exchanged (rotation.h) the one before still opens what it wrapped; new keys are wrapped by today's.
// Associated data of every sealed value: table, row, column, key version, so that a value moved elsewhere cannot be
// read.

#include "contract/id.h"
#include "crypto/seal.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace verdesk::backend::store {

// Which value is sealed, for the associated data.
struct Where {
    std::string_view table;
    std::string_view row;
    std::string_view column;
};

// The version of the keys under which rows are sealed today. It is not the master key's: that one wraps keys alone, so
// that changing it rewraps and reads no evidence.
inline constexpr int sealVersion = 1;

class Keyring {
public:
    // `previous`: the master key of the versions before, where there is still something that it wrapped.
    Keyring(crypto::Key master, int version, std::optional<crypto::Key> previous = {});

    // A new case's key, wrapped: base64, to be stored with the case.
    std::string makeCaseKey(const CaseId& id);
    // The case's key; `wrapped` is what makeCaseKey gave. Kept unwrapped for a bounded number of cases. Throws
    // std::runtime_error where neither master key is the one that wrapped it.
    crypto::Key caseKey(const CaseId& id, const std::string& wrapped);
    // Of a case that was erased: what this process still holds of its key.
    void dropCaseKey(const CaseId& id);
    // The same key, wrapped by today's master key.
    std::string rewrapCaseKey(const CaseId& id, const std::string& wrapped) const;
    // The store's own key, from which commonKey derives: made once per store, kept wrapped in it. `openStoreKey` must
    // have been called before commonKey; it throws std::runtime_error where the master key is not the store's.
    std::string makeStoreKey() const;
    void openStoreKey(const std::string& wrapped);
    std::string rewrapStoreKey(const std::string& wrapped) const;
    // For what belongs to no case (yet): webhooks not matched, answers kept for idempotency.
    crypto::Key commonKey(std::string_view use) const;
    // The master key's.
    int version() const;
    bool hasPrevious() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

// By which version of the master key it was wrapped. Throws std::runtime_error where it is not of our form.
int wrappedBy(std::string_view wrapped);

// Base64 for both engines: binary values do not survive SOCI on PostgreSQL.
std::string sealText(const crypto::Key& key, int version, const Where& where, std::string_view plain);
// Throws std::runtime_error that names the place where it cannot be opened.
std::string openText(const crypto::Key& key, int version, const Where& where, std::string_view sealed);

}  // namespace verdesk::backend::store
