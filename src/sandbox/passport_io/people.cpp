#include "sandbox/passport_io/people.h"

#include <algorithm>

namespace verdesk::sandbox::passport_io {

const std::vector<Person>& people() {
    static const std::vector<Person> all{
        {"ada",
         "Ada",
         "Okoro",
         501,
         "approved",
         "approved",
         false,
         {{"en", "everything is approved"}, {"de", "alles wird anerkannt"}}},
        {"luis",
         "Luis",
         "Ferrer",
         502,
         "approved",
         "pending",
         false,
         {{"en", "the document is still being looked at"}, {"de", "der Ausweis wird noch geprüft"}}},
        {"hana",
         "Hana",
         "Sato",
         503,
         "approved",
         "approved",
         true,
         {{"en", "the document was withdrawn"}, {"de", "der Ausweis wurde zurückgezogen"}}},
        {"marek",
         "Marek",
         "Novak",
         504,
         "declined",
         "declined",
         false,
         {{"en", "is declined"}, {"de", "wird abgelehnt"}}},
    };
    return all;
}

const Person* findPerson(const std::string& id) {
    const auto& all = people();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Person& person) { return person.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace verdesk::sandbox::passport_io
