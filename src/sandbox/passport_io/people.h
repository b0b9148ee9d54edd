#pragma once
// The invented people who can use Passport.io's widget here, and what the provider thinks of each.

#include <map>
#include <string>
#include <vector>

namespace verdesk::sandbox::passport_io {

struct Person {
    std::string id;
    std::string firstName;
    std::string lastName;
    int userUuid = 0;                         // a number, whatever its name (the documentation's sample)
    std::string status = "approved";          // of the whole
    std::string documentStatus = "approved";  // of the document alone
    bool withdrawn = false;                   // the document was deleted again
    std::map<std::string, std::string> note;  // what a person who practises should know, by language
};

const std::vector<Person>& people();
// Null where there is none.
const Person* findPerson(const std::string& id);

}  // namespace verdesk::sandbox::passport_io
