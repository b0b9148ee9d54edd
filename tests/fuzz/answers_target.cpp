// What staff answer to the questions of each flow that has some, and what its provider is then told. The input is the
// body of a request with the member "answers". Nobody answers the calls that it leads to.
#include "backend/verification/answers.h"
#include "contract/json_reader.h"
#include "tests/fuzz/bank.h"
#include "tests/fuzz/drive.h"

namespace verdesk::fuzz {

namespace {

void begin(const Desk& desk, const std::vector<Form>& forms, const Answers& given) {
    const auto context = desk.context();
    auto subject = desk.subject();
    try {
        subject.answers = backend::checkedAnswers(forms, given);
    } catch (const MemberError&) {
        return;  // refused, and the question named
    }
    for (const auto launch : desk.flow->flow.launches) {
        subject.launch = launch;
        Replies none;
        drive(desk.provider->begin(context, subject), none);
    }
}

}  // namespace

void answers(std::string_view, std::string_view input) {
    Answers given;
    try {
        const auto body = parseJson(input);
        given = answersFrom(JsonReader{body}, "answers");
    } catch (const MemberError&) {
        return;
    }
    for (const auto& flow : flows()) {
        const auto& desk = deskOf(flow);
        if (const auto forms = desk.provider->forms(desk.flow->flow); !forms.empty()) {
            begin(desk, forms, given);
        }
    }
}

}  // namespace verdesk::fuzz
