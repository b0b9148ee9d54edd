#include "sandbox/authenteq/people.h"

#include <algorithm>

namespace verdesk::sandbox::authenteq {

namespace {

Json details(const char* number, const char* country, const char* type, const char* given, const char* surname,
             const char* born, const char* issued, const char* expires, const char* sex) {
    return {{"documentNumber", number}, {"issuingCountry", country},
            {"documentType", type},     {"givenNames", given},
            {"surname", surname},       {"dateOfBirth", born},
            {"nationality", country},   {"dateOfIssue", issued},
            {"dateOfExpiry", expires},  {"sex", sex}};
}

}  // namespace

const std::vector<Person>& people() {
    static const std::vector<Person> all{
        {"anna",
         "Anna Maria Schmidt",
         {{"en", "a passport, in order"}, {"de", "ein Reisepass, in Ordnung"}},
         details("C01X00T47", "DEU", "PP", "ANNA MARIA", "SCHMIDT", "1987-01-12", "2024-01-30", "2034-01-29", "F"),
         false},
        {"nils",
         "Nils Lindqvist",
         {{"en", "an identity card with two sides, in order"},
          {"de", "ein Personalausweis mit zwei Seiten, in Ordnung"}},
         details("8136431812", "SWE", "NID", "NILS", "LINDQVIST", "1994-09-03", "2023-05-14", "2033-05-13", "M"),
         true},
        {"vera",
         "Vera Horvat",
         {{"en", "an identity card that has expired"}, {"de", "ein abgelaufener Personalausweis"}},
         details("112045877", "HRV", "NID", "VERA", "HORVAT", "1961-06-21", "2013-04-02", "2023-04-02", "F"),
         true},
        {"tomas",
         "Tomas Vidal",
         {{"en", "is under age"}, {"de", "ist minderjährig"}},
         details("XK4405129", "ESP", "PP", "TOMAS", "VIDAL", "2016-02-08", "2024-03-11", "2029-03-10", "M"),
         false},
    };
    return all;
}

const Person* findPerson(const std::string& id) {
    const auto& all = people();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Person& person) { return person.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace verdesk::sandbox::authenteq
