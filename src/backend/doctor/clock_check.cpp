#include "backend/doctor/clock_check.h"

#include <curl/curl.h>

#include <algorithm>

namespace verdesk::backend::doctor {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds noticed{5'000};
constexpr milliseconds harmful{60'000};

}  // namespace

std::optional<milliseconds> skewOf(const TimeSeen& seen) {
    const auto date = curl_getdate(seen.date.c_str(), nullptr);
    if (date < 0) {
        return std::nullopt;
    }
    const Instant theirs{seconds{date}};
    const auto theirsAtMost = theirs + seconds{1};
    if (seen.before > theirsAtMost) {
        return seen.before - theirsAtMost;
    }
    return seen.after < theirs ? seen.after - theirs : milliseconds{0};
}

Finding clockFinding(const std::vector<TimeSeen>& seen) {
    std::optional<milliseconds> least;
    for (const auto& each : seen) {
        if (const auto skew = skewOf(each); skew && (!least || std::chrono::abs(*skew) < std::chrono::abs(*least))) {
            least = skew;
        }
    }
    if (!least) {
        return {Level::skipped, "clock", "nobody outside this machine told the time", {}};
    }
    const auto size = std::chrono::abs(*least);
    if (size < noticed) {
        return {Level::good, "clock", "the clock is right to within 5 seconds", {}};
    }
    return {size < harmful ? Level::warning : Level::wrong, "clock",
            "the clock is " + std::to_string(std::chrono::round<seconds>(size).count()) + " seconds " +
                (*least > milliseconds{0} ? "fast" : "slow"),
            "let the system keep it (systemd-timesyncd, chrony): deadlines, certificates and the log go by it"};
}

}  // namespace verdesk::backend::doctor
