#include "sandbox/identomat/people.h"

#include <algorithm>

namespace verdesk::sandbox::identomat {

namespace {

Person nino() {
    Person made;
    made.id = "nino";
    made.firstName = "NINO";
    made.lastName = "KAPANADZE";
    made.localFirstName = "ნინო";
    made.localLastName = "კაპანაძე";
    made.born = "1992-03-08";
    made.sex = "F";
    made.country = "GEO";
    made.countryCode = "GE";
    made.documentType = "id";
    made.documentNumber = "18IR20731";
    made.issued = "2023-04-11";
    made.expires = "2033-04-11";
    made.personalNumber = "01017048213";
    made.authority = "MINISTRY OF JUSTICE";
    made.address = "12 ORCHARD STREET, TBILISI";
    made.note = "everything is in order";
    made.noteInGerman = "alles in Ordnung";
    return made;
}

Person of(std::string id, std::string firstName, std::string lastName, std::string country, std::string countryCode) {
    Person made;
    made.id = std::move(id);
    made.firstName = std::move(firstName);
    made.lastName = std::move(lastName);
    made.country = std::move(country);
    made.countryCode = std::move(countryCode);
    return made;
}

Person born(Person made, std::string date, std::string sex) {
    made.born = std::move(date);
    made.sex = std::move(sex);
    return made;
}

Person with(Person made, std::string type, std::string number, std::string issued, std::string expires) {
    made.documentType = std::move(type);
    made.documentNumber = std::move(number);
    made.issued = std::move(issued);
    made.expires = std::move(expires);
    return made;
}

Person noted(Person made, std::string note, std::string inGerman) {
    made.note = std::move(note);
    made.noteInGerman = std::move(inGerman);
    return made;
}

Person emil() {
    return noted(with(born(of("emil", "EMIL", "HARTWIG", "DEU", "DE"), "1985-11-25", "M"), "passport", "C01X0074R",
                      "2021-02-18", "2031-02-17"),
                 "a passport, in order", "ein Reisepass, in Ordnung");
}

// The one reason that is seen in public.
Person sofia() {
    auto made = with(born(of("sofia", "SOFIA", "BIANCHI", "ITA", "IT"), "1999-06-30", "F"), "id", "CA00417DE",
                     "2022-09-01", "2032-06-30");
    made.result = "rejected";
    made.reason = "face_mismatch";
    made.similarity = 0.41;
    return noted(std::move(made), "is rejected: another face", "wird abgelehnt: ein anderes Gesicht");
}

// A reason that is not documented, in an operator's words.
Person pavel() {
    auto made = with(born(of("pavel", "PAVEL", "DVORAK", "CZE", "CZ"), "1971-01-14", "M"), "id", "208114573",
                     "2019-03-07", "2029-03-07");
    made.result = "rejected";
    made.reason = "other";
    made.description = "The document is damaged.";
    return noted(std::move(made), "is rejected: a damaged document", "wird abgelehnt: ein beschädigter Ausweis");
}

Person jonas() {
    auto made = with(born(of("jonas", "JONAS", "LINDE", "SWE", "SE"), "1963-10-02", "M"), "id", "77214450",
                     "2020-12-15", "2030-12-15");
    made.result = "manual_check";
    made.similarity = 0.67;
    return noted(std::move(made), "somebody at Identomat has to decide", "jemand bei Identomat muss entscheiden");
}

Person irina() {
    auto made = with(born(of("irina", "IRINA", "HORVAT", "HRV", "HR"), "1979-11-25", "F"), "id", "114822907",
                     "2021-08-02", "2031-08-02");
    made.status = "FIELDS_MISMATCH";
    return noted(std::move(made), "is approved, but the document contradicts itself",
                 "wird anerkannt, aber der Ausweis widerspricht sich");
}

Person oleg() {
    auto made = with(born(of("oleg", "OLEG", "MARTYN", "UKR", "UA"), "1968-04-19", "M"), "passport", "FB204471",
                     "2022-05-23", "2032-05-23");
    made.localFirstName = "ОЛЕГ";
    made.localLastName = "МАРТИН";
    made.screening.push_back(screeningMatch("Oleh Martyn", 0.92, "pep-20447"));
    return noted(std::move(made), "may stand on a list of sanctions and office-holders",
                 "steht vielleicht auf einer Liste von Sanktionen und Amtsträgern");
}

Person luka() {
    auto made = with(born(of("luka", "LUKA", "PERKO", "SVN", "SI"), "1990-02-03", "M"), "driver_license", "SI4471209",
                     "2013-05-04", "2023-05-04");
    return noted(std::move(made), "a driving licence that has expired", "ein abgelaufener Führerschein");
}

}  // namespace

std::string Person::name() const {
    auto text = firstName + " " + lastName;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool inWord = text[i - 1] != ' ' && text[i] >= 'A' && text[i] <= 'Z';
        text[i] = inWord ? static_cast<char>(text[i] + 32) : text[i];
    }
    return text;
}

Json screeningMatch(const std::string& name, double score, const std::string& personId) {
    return {{"score", score}, {"name", name}, {"personId", personId}, {"reviewStatus", "pending"}};
}

const std::vector<Person>& people() {
    static const std::vector<Person> all{nino(), emil(), sofia(), pavel(), jonas(), irina(), oleg(), luka()};
    return all;
}

const Person* findPerson(const std::string& id) {
    const auto& all = people();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Person& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const Person& personOrFirst(const std::string& id) {
    const auto* person = findPerson(id);
    return person == nullptr ? people().front() : *person;
}

}  // namespace verdesk::sandbox::identomat
