#pragma once
// The fields of a posted form, in whichever of the three usual encodings it came.

#include "http/message.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::sandbox {

struct FormPart {
    std::string name;
    std::string value;
    bool file = false;
};

// The parts of multipart/form-data as they came. Nothing where the body is none.
std::optional<std::vector<FormPart>> multipartOf(const http::Request& request);

// multipart/form-data, application/x-www-form-urlencoded, or a JSON object whose texts count. Nothing where the body is
// not what its type says, or where the type is another. Files of a multipart form are taken as texts.
std::optional<std::map<std::string, std::string>> formOf(const http::Request& request);

}  // namespace verdesk::sandbox
