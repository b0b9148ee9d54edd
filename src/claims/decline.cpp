#include "claims/decline.h"

namespace verdesk::claims {

const DeclineInfo& infoOf(Decline decline) {
    static constexpr std::array<DeclineInfo, 9> table{{
        {Decline::unknown, "VD-D100", Advice::stop, true, true},
        {Decline::customerDeclined, "VD-D101", Advice::askAgain, true, false},
        {Decline::requestExpired, "VD-D102", Advice::newCode, true, false},
        {Decline::tokenNotFound, "VD-D103", Advice::checkReading, true, false},
        {Decline::tokenExpired, "VD-D104", Advice::askForNewToken, true, false},
        {Decline::tokenRevoked, "VD-D105", Advice::letBe, true, true},
        {Decline::sanctionsMatch, "VD-D106", Advice::neverApprove, false, true},
        {Decline::tokenAlreadyUsed, "VD-D107", Advice::checkOwnUse, true, false},
        {Decline::wrongInstitution, "VD-D108", Advice::chooseUs, true, true},
    }};
    for (const auto& info : table) {
        if (info.decline == decline) {
            return info;
        }
    }
    return table.front();
}

}  // namespace verdesk::claims
