#pragma once
// How a call of the API came, and how HMAC signs it and its answer. Pure.

#include "http/message.h"
#include "sandbox/body.h"

#include <optional>
#include <string>
#include <string_view>

namespace verdesk::sandbox::identomat {

// The parameters of the address, and over them those of the body: a JSON object or one of the two kinds of form. Texts
// in place of `flags` and `steps` are read as JSON. Nothing where the body is not what its type says.
std::optional<Json> parametersOf(const http::Request& request);

// The header Authorization: signature="base64(HMAC-SHA256(secretKey, bytes))".
std::string signatureOf(std::string_view bytes, std::string_view secretKey);
// Of a multipart form the parts are signed one after another, texts before files, each with the code of the one before
// as its key. What a part is, is not documented: here its value. Of parameters in the address: the body, which is
// empty.
std::string signatureOf(const http::Request& request, std::string_view secretKey);

}  // namespace verdesk::sandbox::identomat
