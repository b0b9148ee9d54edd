#include "desk/call_error.h"

namespace verdesk::desk {

Problem problemOfAnswer(int status, std::string_view body) {
    try {
        const auto document = parseJson(body);
        auto problem = problemFrom(JsonReader{document});
        problem.status = status;
        return problem;
    } catch (const MemberError&) {
        Problem problem;
        problem.status = status;
        return problem;
    }
}

}  // namespace verdesk::desk
