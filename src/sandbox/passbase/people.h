#pragma once
// The invented people who can verify themselves at Passbase here: each for one outcome.

#include "sandbox/body.h"

#include <string>
#include <vector>

namespace verdesk::sandbox::passbase {

// What becomes known of a person besides the score.
enum class Fate { nothing, listedAtOnce, listedLater, correctedLater };

struct Person {
    std::string id;
    std::string firstNames;
    std::string lastName;
    std::string email;
    std::string documentType;  // "PASSPORT" has no back
    std::string country;       // ISO 3166 alpha-2, lower case
    Json datapoints;           // as they are read from the document
    double score;              // 0 to 1
    Fate fate = Fate::nothing;
    std::string note;  // what somebody who practises should know
    std::string noteInGerman;

    bool hasBack() const {
        return documentType != "PASSPORT";
    }
};

const std::vector<Person>& people();
// Null where there is none.
const Person* findPerson(const std::string& id);

}  // namespace verdesk::sandbox::passbase
