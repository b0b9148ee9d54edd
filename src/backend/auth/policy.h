#pragma once
// Who may do what: one table, asked in one place. Whether a case belongs to somebody's branch is asked beside it, with
// `mayTouch`: what is another branch's does not exist for them.

#include "backend/auth/who.h"

#include <array>

namespace verdesk::backend {

enum class Operation {
    readOwn,  // who am I, which flows are there
    followChanges,
    openCase,
    readCases,
    startVerification,
    readVerification,
    readEvidence,
    actOnVerification,  // hand in a token, report an end, cancel
    closeCase,
    decideCase,  // approve, reject, escalate
    readUnmatched,
    settleUnmatched,  // say whose a result is, or put it away
    eraseCase
};
inline constexpr std::array<Operation, 13> allOperations{
    Operation::readOwn,           Operation::followChanges,    Operation::openCase,      Operation::readCases,
    Operation::startVerification, Operation::readVerification, Operation::readEvidence,  Operation::actOnVerification,
    Operation::closeCase,         Operation::decideCase,       Operation::readUnmatched, Operation::settleUnmatched,
    Operation::eraseCase};

// A role that this version does not know may do nothing.
bool mayDo(Operation operation, Role role);

// Whether something of that branch exists for this person, in this session.
bool mayTouch(const Who& who, const std::string& branch);

}  // namespace verdesk::backend
