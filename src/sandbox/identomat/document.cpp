#include "sandbox/identomat/document.h"

#include <algorithm>

namespace verdesk::sandbox::identomat {

namespace {

std::string isoTime(const std::string& date) {
    return date + "T00:00:00.000Z";
}

void put(Json& into, const char* name, const std::string& value) {
    if (!value.empty()) {
        into[name] = value;
    }
}

// A machine-readable zone of three lines, as far as the person is known.
std::string mrzOf(const Person& person) {
    const auto line = [](std::string text) {
        text.resize(30, '<');
        return text;
    };
    const auto day = [](const std::string& date) { return date.substr(2, 2) + date.substr(5, 2) + date.substr(8, 2); };
    return line("ID" + person.country + person.documentNumber) + "\n" +
           line(day(person.born) + "0" + person.sex + day(person.expires) + "0" + person.country) + "\n" +
           line(person.lastName + "<<" + person.firstName);
}

Json readings(const Person& person) {
    return {{"Given_Names_en_US", person.firstName},         {"Surname_en_US", person.lastName},
            {"Nationality_Code_en_US", person.country},      {"Nationality_en_US", person.country},
            {"Issuing_State_Code_en_US", person.country},    {"Sex_en_US", person.sex},
            {"Document_Number_en_US", person.documentNumber}};
}

}  // namespace

std::string usDate(const std::string& date) {
    const auto number = [&](std::size_t at) { return std::to_string(std::stoi(date.substr(at, 2))); };
    return number(5) + "/" + number(8) + "/" + date.substr(0, 4);
}

int ageOf(const std::string& born, Time now) {
    const auto today = timeText(now).substr(0, 10);
    const int years = std::stoi(today.substr(0, 4)) - std::stoi(born.substr(0, 4));
    return today.substr(5) < born.substr(5) ? years - 1 : years;
}

Json personData(const Person& person, Time now) {
    Json data{{"first_name", person.firstName},
              {"last_name", person.lastName},
              {"birthday", usDate(person.born)},
              {"birthday_time", isoTime(person.born)},
              {"age", ageOf(person.born, now)},
              {"citizenship", person.country},
              {"nationality", person.country},
              {"document_number", person.documentNumber},
              {"document_issued", usDate(person.issued)},
              {"document_expires", usDate(person.expires)},
              {"document_expires_time", isoTime(person.expires)},
              {"issuing_state", person.country},
              {"sex", person.sex},
              {"mrz", mrzOf(person)}};
    put(data, "local_first_name", person.localFirstName);
    put(data, "local_last_name", person.localLastName);
    put(data, "personal_number", person.personalNumber);
    put(data, "authority", person.authority);
    put(data, "address", person.address);
    put(data, "status", person.status);
    return data;
}

Json rawFront(const Person& person) {
    auto raw = readings(person);
    put(raw, "Given_Names_ka_GE", person.country == "GEO" ? person.localFirstName : "");
    put(raw, "Surname_ka_GE", person.country == "GEO" ? person.localLastName : "");
    if (person.status == "FIELDS_MISMATCH") {
        raw["Surname_en_US"] = person.lastName + "IC";
    }
    return raw;
}

Json rawBack(const Person& person) {
    auto raw = readings(person);
    raw["Date_of_Birth_en_US"] = usDate(person.born);
    raw["Date_of_Birth_ISO"] = isoTime(person.born);
    raw["Date_of_Expiry_en_US"] = usDate(person.expires);
    raw["Date_of_Expiry_ISO"] = isoTime(person.expires);
    put(raw, "Personal_Number_en_US", person.personalNumber);
    put(raw, "Authority_en_US", person.authority);
    put(raw, "Address_en_US", person.address);
    raw["mrz"] = mrzOf(person);
    return raw;
}

Json rawPassport(const Person& person) {
    auto raw = rawFront(person);
    raw.update(rawBack(person));
    return raw;
}

Json generalDocument(const Person& person, const std::string& type) {
    auto page = type;
    std::replace(page.begin(), page.end(), '_', '-');
    auto upper = type;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const Json read{{"fullName", person.firstName + " " + person.lastName},
                    {"firstName", person.firstName},
                    {"lastName", person.lastName},
                    {"documentIssuedTime", "2026-09-01T00:00:00.000Z"},
                    {"documentExpires", ""},
                    {"issuingAuthority", "Northern Power and Water"},
                    {"formattedAddress", "12 Orchard St, Northbridge 4071"},
                    {"street", "Orchard Street"},
                    {"streetNumber", "12"},
                    {"houseNumber", nullptr},
                    {"city", "Northbridge"},
                    {"state", nullptr},
                    {"postalCode", "4071"},
                    {"countryCode", person.country},
                    {"permanent", nullptr}};
    return {{"typeId", type},
            {"documentType", upper},
            {"permanent", nullptr},
            {"pages", Json::array({{{"typeId", page},
                                    {"pageNumber", 1},
                                    {"statuses", Json::array()},
                                    {"documentPages", Json::array({{{"pageNumber", 1}}})},
                                    {"final", read}}})}};
}

}  // namespace verdesk::sandbox::identomat
