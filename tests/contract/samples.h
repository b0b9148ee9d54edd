#pragma once
// One full example of every type of the API, with every optional member set.

#include "contract/changes.h"
#include "contract/problem.h"

#include <functional>
#include <string>
#include <vector>

namespace verdesk::test {

struct Sample {
    std::string name;
    nlohmann::json full;                                           // the type's own JSON
    std::function<nlohmann::json(const nlohmann::json&)> andBack;  // reads it and writes it again
};

std::vector<Sample> samples();

Verification fullVerification();
CaseSummary fullSummary();

}  // namespace verdesk::test
