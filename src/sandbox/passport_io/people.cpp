#include "sandbox/passport_io/people.h"

#include <algorithm>

namespace verdesk::sandbox::passport_io {

const std::vector<Person>& people() {
    static const std::vector<Person> all{
        {"ada", "Ada", "Okoro", 501, "approved", "approved", false, "everything is approved"},
        {"luis", "Luis", "Ferrer", 502, "approved", "pending", false, "the document is still being looked at"},
        {"hana", "Hana", "Sato", 503, "approved", "approved", true, "the document was withdrawn"},
        {"marek", "Marek", "Novak", 504, "declined", "declined", false, "is declined"},
    };
    return all;
}

const Person* findPerson(const std::string& id) {
    const auto& all = people();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Person& person) { return person.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace verdesk::sandbox::passport_io
