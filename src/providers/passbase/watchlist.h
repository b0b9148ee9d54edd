#pragma once
// What Passbase found about the customer on watchlists and in the press.

#include "claims/claim.h"
#include "contract/json_reader.h"

#include <vector>

namespace verdesk::providers::passbase {

// watchlist_match, and a watchlist_listing for every entry with where it stands. That a list is clean is believed of
// the word `clean` alone; without it, entries are a match and nothing is unclear.
std::vector<claims::Claim> claimsInWatchlist(const JsonReader& watchlist);

}  // namespace verdesk::providers::passbase
