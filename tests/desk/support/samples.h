#pragma once
// Invented people, flows, cases and verifications for the desk's tests.

#include "contract/case.h"
#include "contract/session.h"

namespace verdesk::test {

Me sampleMe(Role role = Role::teller);
SignedIn sampleSignedIn(Role role = Role::teller);
std::vector<Flow> sampleFlows();
CaseSummary sampleSummary(const std::string& id = "case-1", const std::string& reference = "C-2231-884");
Case sampleCase(const std::string& id = "case-1", const std::string& reference = "C-2231-884");
WidgetLaunch sampleWidget();
// Where the money comes from: the choice "source" (pay, other; required), the text "explain" where it is "other",
// "papers" (slip, tax), several of which may be chosen and the first is preset, and "branch", preset and fixed.
Form sampleForm();
// In a state, with what belongs to it: launches while awaiting, claims when completed.
Verification sampleVerification(State state, LaunchKind launch = LaunchKind::qr, const std::string& id = "ver-1",
                                const std::string& caseId = "case-1");
Verification blockedVerification(const std::string& id = "ver-1", const std::string& caseId = "case-1");
OpenCase sampleOpening(const std::string& reference = "C-2231-884");

}  // namespace verdesk::test
