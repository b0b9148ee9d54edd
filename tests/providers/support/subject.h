#pragma once
// A verification that is being begun, of whom no more is known than that.

#include "providers/provider.h"

namespace verdesk::test {

inline providers::Subject subjectOf(const char* verification, LaunchKind launch, const std::string& nonce) {
    providers::Subject subject;
    subject.verification = VerificationId{verification};
    subject.launch = launch;
    subject.language = "en";
    subject.nonce = nonce;
    return subject;
}

}  // namespace verdesk::test
