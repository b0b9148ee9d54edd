#include "sandbox/passid/people.h"

#include <algorithm>

namespace verdesk::sandbox::passid {

// From PASSID's sandbox table: token, tier, score, corridor, and whether income, identity and sanctions are in order
// and how high the fraud risk is. Everything on a line marked "invented" is made up for this double: the table does not
// say.
const std::vector<Person>& people() {
    static const std::vector<Person> all{
        {"amina",
         "Amina Otieno",
         "KE→GB",
         "KE8V-3TXY-Z72L",
         false,
         {
             {"fsi_score", 812},
             {"tier", "A"},
             {"income_verified", true},
             {"identity_verified", true},
             {"sanctions_clear", true},
             {"fraud_risk", "low"},
             {"fsi_low", 788},               // invented
             {"fsi_high", 831},              // invented
             {"confidence", 0.94},           // invented
             {"p_stable", 0.91},             // invented
             {"income_band", "40k-60k"},     // invented
             {"payment_reliability", 0.98},  // invented
             {"savings_consistency", 74},    // invented
         }},
        {"chidi",
         "Chidi Okafor",
         "NG→US",
         "NG4M-XQRS-T88W",
         false,
         {
             {"fsi_score", 743},
             {"tier", "B"},
             {"income_verified", true},
             {"identity_verified", true},
             {"sanctions_clear", true},
             {"fraud_risk", "low"},
             {"fsi_low", 715},               // invented
             {"fsi_high", 768},              // invented
             {"confidence", 0.89},           // invented
             {"p_stable", 0.84},             // invented
             {"income_band", "25k-40k"},     // invented
             {"payment_reliability", 0.93},  // invented
             {"savings_consistency", 66},    // invented
         }},
        {"esi",
         "Esi Mensah",
         "GH→EU",
         "GH2P-ABCD-56KL",
         false,
         {
             {"fsi_score", 671},
             {"tier", "C"},
             {"income_verified", true},
             {"identity_verified", false},  // the table's warning sign
             {"sanctions_clear", true},
             {"fraud_risk", "medium"},
             {"fsi_low", 640},               // invented
             {"fsi_high", 702},              // invented
             {"confidence", 0.78},           // invented
             {"p_stable", 0.7},              // invented
             {"income_band", "15k-25k"},     // invented
             {"payment_reliability", 0.81},  // invented
             {"savings_consistency", 52},    // invented
         }},
        // Invented from name to last claim: the documentation has the refusal, but nobody whom it meets.
        {"viktor",
         "Viktor Grau",
         "",
         "",
         true,
         {
             {"fsi_score", 704},
             {"tier", "B"},
             {"income_verified", true},
             {"identity_verified", true},
             {"sanctions_clear", false},
             {"fraud_risk", "low"},
             {"fsi_low", 676},
             {"fsi_high", 729},
             {"confidence", 0.86},
             {"p_stable", 0.8},
             {"income_band", "60k-80k"},
             {"payment_reliability", 0.9},
             {"savings_consistency", 61},
         }},
    };
    return all;
}

const Person* findPerson(const std::string& id) {
    const auto& all = people();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Person& person) { return person.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace verdesk::sandbox::passid
