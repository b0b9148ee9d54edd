#pragma once
// A check flow over a scripted backend, with what its tests say to both.

#include "desk/backend_client.h"
#include "desk/check_flow.h"
#include "tests/desk/support/samples.h"
#include "tests/desk/support/scripted_backend.h"

#include <QTest>

#include <memory>

namespace verdesk::test {

inline constexpr auto starts = "/cases/case-1/verifications";
inline constexpr auto reads = "/verifications/ver-1";
inline constexpr auto tokens = "/verifications/ver-1/token";
inline constexpr auto cancels = "/verifications/ver-1/cancel";
inline constexpr auto returns = "/verifications/ver-1/return";
inline constexpr auto renewals = "/verifications/ver-1/launch";
inline constexpr auto decisions = "/cases/case-1/decisions";

inline Reply answerWith(const Verification& verification, int status = 200) {
    return Reply::ok(toJson(verification), status);
}

inline Changes moved(State state, claims::Verdict verdict = claims::Verdict::none, const std::string& id = "ver-1") {
    return {9, {{9, "verification.moved", CaseId{"case-1"}, VerificationId{id}, state, verdict}}};
}

struct CheckDesk {
    CheckDesk() {
        client.setAddress(backend.address());
        client.setToken("t");
    }
    int startWidget(LaunchKind launch = LaunchKind::widget) {
        backend.next("POST", starts, answerWith(sampleVerification(State::awaiting, launch), 201));
        const auto id = flow.startIn(sampleSummary(), sampleFlows()[2], launch);
        [&] { QTRY_VERIFY(checks.find(id)->page == desk::Page::browser); }();
        return id;
    }
    int startQr() {
        backend.next("POST", "/cases", Reply::ok(toJson(sampleCase()), 201));
        backend.next("POST", starts, answerWith(sampleVerification(State::awaiting), 201));
        const auto id = flow.startNew(sampleOpening(), {}, sampleFlows()[0], LaunchKind::qr);
        [&] { QTRY_VERIFY(checks.find(id)->page == desk::Page::qr); }();
        return id;
    }

    ScriptedBackend backend;
    desk::BackendClient client;
    desk::OpenChecks checks;
    desk::CheckFlow flow{client, checks};
};

}  // namespace verdesk::test
