#pragma once
// The fields of a posted form, in whichever of the three usual encodings it came.

#include "http/message.h"

#include <map>
#include <optional>
#include <string>

namespace verdesk::sandbox {

// multipart/form-data, application/x-www-form-urlencoded, or a JSON object whose texts count. Nothing where the body is
// not what its type says, or where the type is another. Files of a multipart form are taken as texts.
std::optional<std::map<std::string, std::string>> formOf(const http::Request& request);

}  // namespace verdesk::sandbox
