#pragma once
// The invented people who can verify themselves at Identomat here: each for one result.

#include "sandbox/body.h"

#include <string>
#include <vector>

namespace verdesk::sandbox::identomat {

struct Person {
    std::string id;
    std::string firstName;
    std::string lastName;
    std::string localFirstName = {};  // in the script of the document, where that is another
    std::string localLastName = {};
    std::string born;          // "1990-02-03"
    std::string sex;           // "F", "M"
    std::string country;       // ISO 3166 alpha-3, of nationality and document
    std::string countryCode;   // alpha-2
    std::string documentType;  // "id", "passport", "driver_license", "residence_license"
    std::string documentNumber;
    std::string issued;
    std::string expires;
    std::string personalNumber = {};
    std::string authority = {};
    std::string address = {};

    std::string result = "approved";  // what Identomat thinks of it
    double similarity = 0.93;
    bool live = true;
    std::string reason = {};       // reject_reason.value
    std::string description = {};  // reject_reason.description
    std::string status = {};       // person.status
    Json screening = Json::array();

    std::string note;  // what somebody who practises should know
    std::string noteInGerman;

    std::string name() const;  // as people write it: documents have capitals alone
    bool hasPassport() const {
        return documentType == "passport";
    }
};

const std::vector<Person>& people();
// Null where there is none.
const Person* findPerson(const std::string& id);
const Person& personOrFirst(const std::string& id);

// One open match, as result/ has it.
Json screeningMatch(const std::string& name, double score, const std::string& personId);

}  // namespace verdesk::sandbox::identomat
