#pragma once
// The log: lines on standard error, for people or as JSON. What is logged holds no personal data, no token and no key:
// whoever logs passes fixed words, patterns of routes, configured names and numbers.

#include <string>

namespace verdesk::backend {

enum class LogFormat { text, json };

// Makes spdlog's default logger write like that.
void setUpLog(LogFormat format);

// The line as a JSON object: {"at","level","message"}.
std::string jsonLine(const std::string& at, const std::string& level, const std::string& message);

}  // namespace verdesk::backend
