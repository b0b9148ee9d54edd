#pragma once
// One proven fact about a customer, in a form that knows no provider. What the provider really sent stays beside it.

#include "claims/named.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verdesk::claims {

struct Flag {
    bool value = false;
    bool operator==(const Flag&) const = default;
};

// A number with whatever the provider documents of its range. No scale is invented: where `scaleLow` or `scaleHigh` is
// missing, no gauge is drawn.
struct Score {
    double value = 0;
    std::optional<double> low;  // the provider's own interval around the value
    std::optional<double> high;
    std::optional<double> scaleLow;  // the ends of the documented scale
    std::optional<double> scaleHigh;
    std::optional<double> confidence;  // 0 to 1
    // The account's thresholds at the provider: below the one it declines by itself, from the other on it accepts by
    // itself, and between them a person judges.
    std::optional<double> declineBelow{};
    std::optional<double> acceptFrom{};
    bool operator==(const Score&) const = default;
};

struct Tier {
    std::string value;
    bool operator==(const Tier&) const = default;
};

// A decimal as the provider wrote it, so that nothing is rounded, and an ISO 4217 code where one is known.
struct Amount {
    std::string value;
    std::string currency;
    bool operator==(const Amount&) const = default;
};

struct Text {
    std::string value;
    bool operator==(const Text&) const = default;
};

// ISO 8601 calendar date, YYYY-MM-DD.
struct Date {
    std::string value;
    bool operator==(const Date&) const = default;
};

// A picture or file kept as evidence, by the id under which the backend serves it.
struct Document {
    std::string evidence;
    std::string mediaType;
    bool operator==(const Document&) const = default;
};

using Value = std::variant<std::monostate, Flag, Score, Tier, Amount, Text, Date, Document>;

// `proven`: the provider vouches for it. `stated`: passed on, not checked. `missing`: asked for and not given; the
// value is empty, or a document without its picture. `contradicted`: the provider checked it and found otherwise.
enum class Status { unknown, proven, stated, missing, contradicted };
constexpr std::array<Word<Status>, 5> wordsOf(Status) {
    return {{{Status::unknown, "unknown"},
             {Status::proven, "proven"},
             {Status::stated, "stated"},
             {Status::missing, "missing"},
             {Status::contradicted, "contradicted"}}};
}

// How the fact reached us. `verify`: the answer to a call of ours that consumed a token.
enum class Channel { unknown, poll, webhook, verify };
constexpr std::array<Word<Channel>, 4> wordsOf(Channel) {
    return {{{Channel::unknown, "unknown"},
             {Channel::poll, "poll"},
             {Channel::webhook, "webhook"},
             {Channel::verify, "verify"}}};
}

struct Claim {
    std::string name;  // a word of vocabulary below, or the provider's own where none fits
    Value value;
    Status status = Status::unknown;
    std::string path;         // where it stood in the provider's answer, e.g. "claims.income_verified"
    nlohmann::json verbatim;  // exactly what stood there; null for a missing claim
    std::string label = {};   // the provider's or the flow's own words for it, e.g. the question that `value` answers;
                              // empty where the name says it
    bool operator==(const Claim&) const = default;
};

// Names that the verdict rules and the desk's labels know. A provider maps its own names to these where they mean the
// same. A name that ends in "_verified" is a check of the provider's: false never passes.
namespace name {
inline constexpr std::string_view identity = "identity_verified";
inline constexpr std::string_view sanctionsClear = "sanctions_clear";
inline constexpr std::string_view watchlistMatch = "watchlist_match";  // flag: an open match that a person has to judge
inline constexpr std::string_view income = "income_verified";
inline constexpr std::string_view incomeBand = "income_band";
inline constexpr std::string_view score = "score";
inline constexpr std::string_view tier = "tier";
inline constexpr std::string_view stability = "stability";
inline constexpr std::string_view paymentReliability = "payment_reliability";
inline constexpr std::string_view savingsConsistency = "savings_consistency";
inline constexpr std::string_view fraudRisk = "fraud_risk";  // text: low, medium, high
inline constexpr std::string_view corridor = "corridor";
// Who somebody is, as a document or a provider's account says. Countries as the provider writes them, usually ISO
// 3166-1 alpha-3.
inline constexpr std::string_view givenNames = "given_names";
inline constexpr std::string_view surname = "surname";
inline constexpr std::string_view fullName = "full_name";
inline constexpr std::string_view dateOfBirth = "date_of_birth";  // date
inline constexpr std::string_view nationality = "nationality";
inline constexpr std::string_view sex = "sex";
inline constexpr std::string_view age = "age";  // text: whole years on the day of the check, counted by us
inline constexpr std::string_view documentNumber = "document_number";
inline constexpr std::string_view documentType = "document_type";
inline constexpr std::string_view documentIssuer = "document_issuer";  // the country
inline constexpr std::string_view documentIssued = "document_issued";  // date
inline constexpr std::string_view documentExpiry = "document_expiry";  // date
inline constexpr std::string_view documentFront = "document_front";    // document
inline constexpr std::string_view documentBack = "document_back";      // document
inline constexpr std::string_view document = "document";  // document: a further one; there may be several of that name
// flags: what a flow demands of the above, checked by us; false is `contradicted`
inline constexpr std::string_view minimumAgeReached = "minimum_age_reached";
inline constexpr std::string_view issuerAccepted = "document_issuer_accepted";
// flag: somebody signed in to an account at the provider. It says that its holder is there, not who that is.
inline constexpr std::string_view accountHolder = "account_holder";
// flag: what the provider made of the whole; false is "fail"
inline constexpr std::string_view providerAccepted = "provider_accepted";
inline constexpr std::string_view liveness = "liveness_verified";      // flag: a living person was before the camera
inline constexpr std::string_view faceMatch = "face_match_verified";   // flag: the face is that of the document
inline constexpr std::string_view faceSimilarity = "face_similarity";  // score
inline constexpr std::string_view placeOfBirth = "place_of_birth";
inline constexpr std::string_view personalNumber = "personal_number";  // as the document's country issues one
inline constexpr std::string_view documentAuthority = "document_authority";
inline constexpr std::string_view address = "address";
inline constexpr std::string_view email = "email";
inline constexpr std::string_view phone = "phone";
inline constexpr std::string_view faceImage = "face_image";  // document
inline constexpr std::string_view faceVideo = "face_video";  // document
// text: one entry of a watchlist, with where it stands; several of that name
inline constexpr std::string_view watchlistListing = "watchlist_listing";
// text: the answer to the question in the claim's `label`; several of that name
inline constexpr std::string_view answer = "answer";
// text: the provider's own word for a result, where it is none that we know
inline constexpr std::string_view providerStatus = "provider_status";
}  // namespace name

// The claim of that name, or null.
const Claim* find(const std::vector<Claim>& claims, std::string_view name);

}  // namespace verdesk::claims
