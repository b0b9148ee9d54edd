#include "sandbox/passbase/people.h"

#include <algorithm>

namespace verdesk::sandbox::passbase {

namespace {

Json datapoints(const char* firstNames, const char* lastName, const char* born, const char* sex, const char* country,
                const char* number, const char* issued, const char* expires) {
    return {{"first_names", firstNames}, {"last_name", lastName},
            {"date_of_birth", born},     {"sex", sex},
            {"nationality", country},    {"document_origin_country", country},
            {"document_number", number}, {"date_of_issue", issued},
            {"date_of_expiry", expires}};
}

Person person(std::string id, std::string type, std::string country, Json data, double score) {
    Person made;
    made.id = std::move(id);
    made.firstNames = data.at("first_names");
    made.lastName = data.at("last_name");
    made.email = made.id + "@passbase.example";
    made.documentType = std::move(type);
    made.country = std::move(country);
    made.datapoints = std::move(data);
    made.score = score;
    return made;
}

Person with(Person made, std::string note, std::string noteInGerman, Fate fate = Fate::nothing) {
    made.note = std::move(note);
    made.noteInGerman = std::move(noteInGerman);
    made.fate = fate;
    return made;
}

std::vector<Person> make() {
    auto piet = datapoints("Piet", "Visser", "1957-08-30", "M", "NLD", "5098112347", "2013-02-04", "2023-02-04");
    piet["drivers_license_categories"] = "AM, B, BE";
    return {
        with(person("maja", "PASSPORT", "pl",
                    datapoints("Maja Zofia", "Kowalczyk", "1991-05-17", "F", "POL", "EH4471903", "2022-06-01",
                               "2032-06-01"),
                    0.94),
             "everything is in order", "alles in Ordnung"),
        with(person("joao", "NATIONAL_ID_CARD", "pt",
                    datapoints("João", "Teixeira", "1983-11-02", "M", "PRT", "31882047", "2021-09-12", "2031-09-12"),
                    0.78),
             "somebody at the bank has to decide", "jemand in der Bank muss entscheiden"),
        with(
            person("tilda", "PASSPORT", "se",
                   datapoints("Tilda", "Berg", "1999-01-24", "F", "SWE", "92277410", "2020-03-03", "2030-03-02"), 0.41),
            "is declined: the picture is not hers", "wird abgelehnt: das Bild zeigt sie nicht"),
        with(person("henrik", "PASSPORT", "dk",
                    datapoints("Henrik", "Falk", "1968-04-09", "M", "DNK", "208114563", "2019-10-28", "2029-10-28"),
                    0.91),
             "stands on a watchlist", "steht auf einer Liste", Fate::listedAtOnce),
        with(person("ines", "NATIONAL_ID_CARD", "fr",
                    datapoints("Inès", "Moreau", "1976-12-13", "F", "FRA", "X4RTBPFW4", "2023-01-20", "2033-01-19"),
                    0.93),
             "is put on a watchlist a month later", "kommt einen Monat später auf eine Liste", Fate::listedLater),
        with(person("lena", "NATIONAL_ID_CARD", "de",
                    datapoints("Lena", "Vogt", "1988-02-03", "F", "DEU", "L01X00T47", "2021-05-06", "2031-05-05"), 0.9),
             "her birth date is corrected ten minutes later", "ihr Geburtsdatum wird zehn Minuten später berichtigt",
             Fate::correctedLater),
        with(person("piet", "DRIVERS_LICENSE", "nl", std::move(piet), 0.88), "a driving licence that has expired",
             "ein abgelaufener Führerschein"),
    };
}

}  // namespace

const std::vector<Person>& people() {
    static const auto all = make();
    return all;
}

const Person* findPerson(const std::string& id) {
    const auto& all = people();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Person& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace verdesk::sandbox::passbase
