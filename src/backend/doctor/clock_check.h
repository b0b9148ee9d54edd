#pragma once
// Whether this machine's clock is right, by the dates in other machines' answers. Pure.

#include "backend/doctor/report.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::backend::doctor {

// An answer from elsewhere: its Date header, and our clock before it was asked for and after it came.
struct TimeSeen {
    std::string date;
    Instant before;
    Instant after;
};

// How far our clock is before (positive) or behind theirs at least: a date is whole seconds, and the way takes time.
// Nothing where the header is no date.
std::optional<std::chrono::milliseconds> skewOf(const TimeSeen& seen);

// The least skew counts: where one machine agrees with ours, the others are wrong.
Finding clockFinding(const std::vector<TimeSeen>& seen);

}  // namespace verdesk::backend::doctor
