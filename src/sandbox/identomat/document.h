#pragma once
// What is read from a person's documents, in the members that result/ has for it. Pure.

#include "sandbox/clock.h"
#include "sandbox/identomat/people.h"

namespace verdesk::sandbox::identomat {

// "2030-08-02" as "8/2/2030".
std::string usDate(const std::string& date);
// Whole years.
int ageOf(const std::string& born, Time now);

Json personData(const Person& person, Time now);
// Raw readings: an open set of members.
Json rawFront(const Person& person);
Json rawBack(const Person& person);
Json rawPassport(const Person& person);  // where it stands is not documented: assumed to be "passport"

// One of generalDocuments; `type` such as "utility_bill".
Json generalDocument(const Person& person, const std::string& type);

}  // namespace verdesk::sandbox::identomat
