#pragma once
// Ids that cannot be mistaken for one another. The value is a UUIDv7 in its 36-character lower-case form.

#include <string>  // first: the moc of Qt 6.4 stumbles over <concepts>, which <compare> opens, where nothing went before

#include <compare>
#include <functional>
#include <utility>

namespace verdesk {

template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value{std::move(text)} {}
    bool empty() const {
        return value.empty();
    }
    auto operator<=>(const Id&) const = default;
};

using CaseId = Id<struct CaseTag>;
using VerificationId = Id<struct VerificationTag>;
using StaffId = Id<struct StaffTag>;
using EventId = Id<struct EventTag>;

}  // namespace verdesk

template <class Tag>
struct std::hash<verdesk::Id<Tag>> {
    std::size_t operator()(const verdesk::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.value);
    }
};
