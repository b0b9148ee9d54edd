#pragma once
// Why a call to the backend gave no result.

#include "contract/problem.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace verdesk::desk {

struct CallError {
    enum class Kind : std::uint8_t {
        refused,       // the backend said no: `problem` has its code
        unreachable,   // no connection, or no answer in time
        insecure,      // the certificate is not one that this computer trusts
        unreadable,    // an answer that is not the API's: not JSON, a wrong member, too large, a redirect
        sessionEnded,  // 401: sign in again
        tooOld         // 426: this desk is older than the backend accepts
    };
    Kind kind = Kind::unreachable;
    Problem problem;     // with refused, sessionEnded and tooOld
    std::string detail;  // for support: which member, which position; never what the answer held

    bool is(const char* code) const {
        return kind == Kind::refused && problem.code == code;
    }
};

template <class T>
using Answer = tl::expected<T, CallError>;

// Reads an error answer. A body that is no problem document becomes a problem with the status alone.
Problem problemOfAnswer(int status, std::string_view body);

}  // namespace verdesk::desk
