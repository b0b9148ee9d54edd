#pragma once
// The invented bank of practice mode, in the form of a configuration file. The rest (ports, accounts and flows) is put
// behind it.

#include <string_view>

namespace verdesk::backend {

inline constexpr auto practiceStoreFile = "practice.db";  // as below

inline constexpr std::string_view practiceText = R"toml(
[institution]
name = "Northbridge Savings"
languages = ["en", "de"]
reference = { pattern = "[0-9]{6}-[A-Z]", example = "100482-K" }
[institution.consent]
version = "practice-1"
[institution.consent.text]
en = "I agree that Northbridge Savings asks an identity service to check who I am and what I share from my wallet, and keeps the result with my case."
de = "Ich bin einverstanden, dass Northbridge Savings einen Identitätsdienst prüfen lässt, wer ich bin und was ich aus meiner Wallet teile, und das Ergebnis zu meinem Vorgang speichert."
[institution.attestation]
version = "practice-1"
[institution.attestation.text]
en = "The customer stands in front of me, and the person who uses the phone is this customer."
de = "Die Kundin oder der Kunde steht vor mir, und das Telefon bedient diese Person selbst."

[branches]
"012" = "Market Square"
"013" = "Harbour Street"
"020" = "University Campus"

[purposes]
account_opening = { en = "Account opening", de = "Kontoeröffnung" }
loan_application = { en = "Loan application", de = "Kreditantrag" }
address_change = { en = "Change of address", de = "Adressänderung" }
card_replacement = { en = "Replacement of a card", de = "Ersatz einer Karte" }

[store]
sqlite = "practice.db"

[keys]
master = { env = "master" }

)toml";

}  // namespace verdesk::backend
