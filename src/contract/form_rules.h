#pragma once
// What staff may answer of a form.

#include "contract/form.h"

namespace verdesk {

// The institution's own answer, which nobody changes. One without an answer yet is the customer's to read, and staff's
// to fill in.
inline bool isFixed(const Question& question) {
    return question.readOnly && !question.preset.empty();
}

}  // namespace verdesk
