#pragma once
// Tables of the configuration that go to Identomat as they stand: which members it documents, and a look for others.

#include "contract/localized.h"
#include "providers/findings.h"

#include <span>
#include <string>
#include <string_view>

namespace verdesk::providers::identomat {

enum class MemberType { truth, text, texts, words, any };  // `words`: a text, or one for each language

struct Member {
    std::string_view name;
    MemberType type;
};
using Members = std::span<const Member>;

bool isAmong(Members members, std::string_view name);

// Notes each member of the table that is none of these, and each that is of another type. `elsewhere` are members that
// have their place in another table, which `place` names.
void checkMembers(Findings& found, const JsonReader& table, Members known, Members elsewhere = {},
                  const std::string& place = {});

// Notes a key that is empty or has a blank in it.
void checkKey(Findings& found, const JsonReader& table, const std::string& key);

// A text stands for every language. Of a table that `checkMembers` found nothing wrong with.
Localized wordsIn(const JsonReader& table, std::string_view member);

}  // namespace verdesk::providers::identomat
