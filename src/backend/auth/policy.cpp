#include "backend/auth/policy.h"

namespace verdesk::backend {
namespace {

struct Rule {
    Operation operation;
    bool teller;
    bool officer;
    bool admin;
};

// clang-format off
constexpr Rule rules[] = {
    // operation                     teller officer admin
    {Operation::readOwn,             true,  true,   true},
    {Operation::followChanges,       true,  true,   true},
    {Operation::openCase,            true,  true,   true},
    {Operation::readCases,           true,  true,   true},
    {Operation::startVerification,   true,  true,   true},
    {Operation::readVerification,    true,  true,   true},
    {Operation::readEvidence,        true,  true,   true},
    {Operation::actOnVerification,   true,  true,   true},
    {Operation::closeCase,           true,  true,   true},
    {Operation::decideCase,          false, true,   true},
    {Operation::readUnmatched,       false, true,   true},
    {Operation::settleUnmatched,     false, true,   true},
    {Operation::eraseCase,           false, true,   true},
};
// clang-format on
static_assert(std::size(rules) == allOperations.size());

}  // namespace

bool mayDo(Operation operation, Role role) {
    for (const auto& rule : rules) {
        if (rule.operation == operation) {
            switch (role) {
                case Role::teller:
                    return rule.teller;
                case Role::officer:
                    return rule.officer;
                case Role::admin:
                    return rule.admin;
                case Role::unknown:
                    return false;
            }
        }
    }
    return false;
}

bool mayTouch(const Who& who, const std::string& branch) {
    return !branch.empty() && who.branch == branch;
}

}  // namespace verdesk::backend
