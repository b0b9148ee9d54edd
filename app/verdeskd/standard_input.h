#pragma once
// Standard input as the sign of life of whoever started this program: it closes when that one ends, the same on Linux,
// Windows and macOS.

#include <functional>
#include <string>

namespace verdesk::verdeskd {

// Up to the first line feed or the end, at most 4 KiB.
std::string readLineOfStandardInput();

// Calls `ended` once, on a thread of its own, when standard input has ended. The thread goes with the process.
void whenStandardInputEnds(std::function<void()> ended);

}  // namespace verdesk::verdeskd
