#pragma once
// Answers of the API: JSON, or a problem document; each with the headers that every answer carries.

#include "contract/problem.h"
#include "http/message.h"

#include <string>
#include <string_view>

namespace verdesk::backend::api {

http::Response answer(int status, const nlohmann::json& body);
http::Response answerOf(const Problem& problem);
// Content that nobody may keep, frame or reinterpret; the backend's version; HSTS where TLS is ours.
void addCommonHeaders(http::Response& response, bool tls);
// What the server itself says: a problem with the code that goes with the status.
Problem problemOfStatus(int status, std::string_view why);

// The problems that more than one route has.
Problem notFound();
Problem sessionEnded();
Problem roleMissing();
Problem caseClosed();
Problem caseBlocked();

}  // namespace verdesk::backend::api
