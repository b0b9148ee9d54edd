#pragma once
// The people that the sandbox knows: the three of PASSID's sandbox table, and one on a sanctions list.

#include "sandbox/body.h"

#include <string>
#include <vector>

namespace verdesk::sandbox::passid {

struct Person {
    std::string id;
    std::string name;      // invented
    std::string corridor;  // "KE→GB"; empty where the documentation has none
    std::string
        sandboxToken;  // reusable, always the same claims; empty for the one that the documentation does not have
    bool sanctioned = false;
    Json claims;
};

const std::vector<Person>& people();
// Null where there is none.
const Person* findPerson(const std::string& id);

}  // namespace verdesk::sandbox::passid
