#include "contract/problem.h"

namespace verdesk {

nlohmann::json toJson(const Problem& problem) {
    nlohmann::json out = problem.extra.is_object() ? problem.extra : nlohmann::json::object();
    out["type"] = "about:blank";
    out["status"] = problem.status;
    out["code"] = problem.code;
    out["title"] = problem.title;
    if (!problem.detail.empty()) {
        out["detail"] = problem.detail;
    }
    if (!problem.member.empty()) {
        out["member"] = problem.member;
    }
    return out;
}

Problem problemFrom(const JsonReader& json) {
    Problem problem{static_cast<int>(json.integer("status").value_or(500)),
                    json.text("code").value_or("unknown"),
                    json.text("title").value_or(""),
                    json.text("detail").value_or(""),
                    json.text("member").value_or(""),
                    json.json()};
    for (const auto* known : {"type", "status", "code", "title", "detail", "member"}) {
        problem.extra.erase(known);
    }
    return problem;
}

Problem problemOf(const MemberError& error) {
    return {400, error.member().empty() ? "body-invalid" : "member-invalid", "The request cannot be read", error.what(),
            error.member()};
}

ProblemError::ProblemError(Problem problem) : std::runtime_error{problem.title}, problem_{std::move(problem)} {}

}  // namespace verdesk
