#pragma once
// When everything has ended: what the backend says against what the providers' doubles know.

#include "tests/e2e/kill/ledger.h"
#include "tests/e2e/kill/town.h"

namespace verdesk::test {

// Finds fault with every visit that ended otherwise at its provider, and with every request that was made twice and may
// be made only once: an exchange of Authenteq's code, a verify of PASSID's. Passbase is only read from, and a session
// more at Passport.io or Identomat, which nobody opens, hurts nobody.
void compareWithProviders(const Town& town, HttpCall& http, Ledger& ledger);

}  // namespace verdesk::test
