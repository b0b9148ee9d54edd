#pragma once
// An error of the API: an RFC 9457 problem with a stable `code` and, where one member of the request is at fault, its
// name.

#include "contract/json_reader.h"

#include <string>

namespace verdesk {

struct Problem {
    int status = 500;
    std::string code;   // stable, kebab-case: "member-invalid", "case-blocked" ... listed in docs/api/openapi.yaml
    std::string title;  // short, English, for logs and developers; the desk shows its own words by `code`
    std::string detail;
    std::string member;                               // path of the member at fault, or empty
    nlohmann::json extra = nlohmann::json::object();  // further members, e.g. {"openCase": {...}}
    bool operator==(const Problem&) const = default;
};

nlohmann::json toJson(const Problem& problem);
Problem problemFrom(const JsonReader& reader);

// 400 with the member's name.
Problem problemOf(const MemberError& error);

// Thrown by whatever serves a request; becomes the answer.
class ProblemError : public std::runtime_error {
public:
    explicit ProblemError(Problem problem);
    const Problem& problem() const {
        return problem_;
    }

private:
    Problem problem_;
};

}  // namespace verdesk
