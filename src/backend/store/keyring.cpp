#include "backend/store/keyring.h"

#include <charconv>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <unordered_map>

namespace verdesk::backend::store {
namespace {

constexpr std::size_t keptKeys = 4096;

std::string associated(const Where& where, int version) {
    // No part can hold the separator and be taken for two: tables and columns are our own words, rows are ids.
    std::string text;
    text.reserve(where.table.size() + where.row.size() + where.column.size() + 8);
    text.append(where.table).append("\n").append(where.row).append("\n").append(where.column).append("\n");
    text.append(std::to_string(version));
    return text;
}

std::string wrap(const crypto::Key& master, int version, const Where& where, const crypto::Key& key) {
    return std::to_string(version) + ":" +
           crypto::toBase64(crypto::seal(master, key.bytes(), associated(where, version)));
}

}  // namespace

struct Keyring::State {
    struct Kept {
        std::string wrapped;
        crypto::Key key;
        std::list<CaseId>::iterator place;
    };

    crypto::Key master;
    int version;
    std::optional<crypto::Key> previous;
    mutable std::mutex guard;
    std::optional<crypto::Key> storeKey;
    std::map<std::string, crypto::Key, std::less<>> common;  // derived from it, by their use
    std::unordered_map<CaseId, Kept> kept;
    std::list<CaseId> order;  // most recently used first

    State(crypto::Key given, int number, std::optional<crypto::Key> before)
        : master{std::move(given)}, version{number}, previous{std::move(before)} {}

    crypto::Key unwrap(const Where& where, std::string_view wrapped) const;
};

crypto::Key Keyring::State::unwrap(const Where& where, std::string_view wrapped) const {
    const auto under = wrappedBy(wrapped);
    const bool byPrevious = previous && under < version;
    if (under != version && !byPrevious) {
        throw std::runtime_error{"the store's keys are wrapped by master key version " + std::to_string(under) +
                                 ", and version " + std::to_string(version) +
                                 " was given: give the one that belongs to this store"};
    }
    const auto sealed = crypto::fromBase64(wrapped.substr(wrapped.find(':') + 1));
    const auto& by = byPrevious ? *previous : master;
    auto opened = sealed ? crypto::open(by, *sealed, associated(where, under)) : std::nullopt;
    const auto key = opened ? crypto::Key::from(*opened) : std::nullopt;
    if (opened) {
        std::fill(opened->begin(), opened->end(), std::uint8_t{0});
    }
    if (!key) {
        throw std::runtime_error{std::string{byPrevious ? "the master key before (keys.previous)" : "the master key"} +
                                 " is not the one that this store was made with (" + std::string{where.table} +
                                 "): give the one that belongs to this store"};
    }
    return *key;
}

Keyring::Keyring(crypto::Key master, int version, std::optional<crypto::Key> previous)
    : state_{std::make_shared<State>(std::move(master), version, std::move(previous))} {}

std::string Keyring::makeCaseKey(const CaseId& id) {
    return wrap(state_->master, state_->version, {"cases", id.value, "wrapped_key"}, crypto::Key::random());
}

crypto::Key Keyring::caseKey(const CaseId& id, const std::string& wrapped) {
    auto& state = *state_;
    {
        const std::scoped_lock lock{state.guard};
        if (const auto found = state.kept.find(id); found != state.kept.end() && found->second.wrapped == wrapped) {
            state.order.splice(state.order.begin(), state.order, found->second.place);
            return found->second.key;
        }
    }
    auto key = state.unwrap({"cases", id.value, "wrapped_key"}, wrapped);
    const std::scoped_lock lock{state.guard};
    if (const auto found = state.kept.find(id); found != state.kept.end()) {
        state.order.erase(found->second.place);
        state.kept.erase(found);
    }
    while (state.kept.size() >= keptKeys) {
        state.kept.erase(state.order.back());
        state.order.pop_back();
    }
    state.order.push_front(id);
    state.kept.emplace(id, State::Kept{wrapped, key, state.order.begin()});
    return key;
}

void Keyring::dropCaseKey(const CaseId& id) {
    auto& state = *state_;
    const std::scoped_lock lock{state.guard};
    if (const auto found = state.kept.find(id); found != state.kept.end()) {
        state.order.erase(found->second.place);
        state.kept.erase(found);
    }
}

std::string Keyring::rewrapCaseKey(const CaseId& id, const std::string& wrapped) const {
    const Where where{"cases", id.value, "wrapped_key"};
    return wrap(state_->master, state_->version, where, state_->unwrap(where, wrapped));
}

std::string Keyring::rewrapStoreKey(const std::string& wrapped) const {
    const Where where{"meta", "store_key", "value"};
    return wrap(state_->master, state_->version, where, state_->unwrap(where, wrapped));
}

std::string Keyring::makeStoreKey() const {
    return wrap(state_->master, state_->version, {"meta", "store_key", "value"}, crypto::Key::random());
}

void Keyring::openStoreKey(const std::string& wrapped) {
    auto key = state_->unwrap({"meta", "store_key", "value"}, wrapped);
    const std::scoped_lock lock{state_->guard};
    state_->storeKey = std::move(key);
    state_->common.clear();
}

crypto::Key Keyring::commonKey(std::string_view use) const {
    const std::scoped_lock lock{state_->guard};
    if (!state_->storeKey) {
        throw std::logic_error{"the store's key was not opened yet"};
    }
    auto found = state_->common.find(use);
    if (found == state_->common.end()) {
        found = state_->common.emplace(use, state_->storeKey->derive("common/" + std::string{use})).first;
    }
    return found->second;
}

int Keyring::version() const {
    return state_->version;
}

bool Keyring::hasPrevious() const {
    return state_->previous.has_value();
}

int wrappedBy(std::string_view wrapped) {
    const auto colon = wrapped.find(':');
    int version = 0;
    const auto* end = wrapped.data() + (colon == std::string_view::npos ? 0 : colon);
    const auto [at, error] = std::from_chars(wrapped.data(), end, version);
    if (error != std::errc{} || at != end) {
        throw std::runtime_error{"a wrapped key is not of our form"};
    }
    return version;
}

std::string sealText(const crypto::Key& key, int version, const Where& where, std::string_view plain) {
    return crypto::toBase64(crypto::seal(key, crypto::viewOf(plain), associated(where, version)));
}

std::string openText(const crypto::Key& key, int version, const Where& where, std::string_view sealed) {
    const auto bytes = crypto::fromBase64(sealed);
    const auto opened = bytes ? crypto::open(key, *bytes, associated(where, version)) : std::nullopt;
    if (!opened) {
        throw std::runtime_error{std::string{where.table} + " " + std::string{where.row} + ", column " +
                                 std::string{where.column} + ": the sealed value cannot be opened"};
    }
    return crypto::textOf(*opened);
}

}  // namespace verdesk::backend::store
