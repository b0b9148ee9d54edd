#pragma once
// The invented people who can identify themselves at Authenteq here, and what their documents say.

#include "sandbox/body.h"

#include <map>
#include <string>
#include <vector>

namespace verdesk::sandbox::authenteq {

struct Person {
    std::string id;
    std::string name;
    std::map<std::string, std::string> note;  // what a person who practises should know, by language
    Json details;                             // as the API has them
    bool hasBack = true;                      // a passport has no back
};

const std::vector<Person>& people();
// Null where there is none.
const Person* findPerson(const std::string& id);

}  // namespace verdesk::sandbox::authenteq
