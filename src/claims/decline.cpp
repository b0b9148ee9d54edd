#include "claims/decline.h"

namespace verdesk::claims {

const DeclineInfo& infoOf(Decline decline) {
    static constexpr std::array<DeclineInfo, 9> table{{
        {Decline::unknown, "VD-D100", Advice::stop, true},
        {Decline::customerDeclined, "VD-D101", Advice::askAgain, true},
        {Decline::requestExpired, "VD-D102", Advice::newCode, true},
        {Decline::tokenNotFound, "VD-D103", Advice::checkReading, true},
        {Decline::tokenExpired, "VD-D104", Advice::askForNewToken, true},
        {Decline::tokenRevoked, "VD-D105", Advice::stop, true},
        {Decline::sanctionsMatch, "VD-D106", Advice::neverApprove, false},
        {Decline::tokenAlreadyUsed, "VD-D107", Advice::askForNewToken, true},
        {Decline::wrongInstitution, "VD-D108", Advice::stop, true},
    }};
    for (const auto& info : table) {
        if (info.decline == decline) {
            return info;
        }
    }
    return table.front();
}

}  // namespace verdesk::claims
