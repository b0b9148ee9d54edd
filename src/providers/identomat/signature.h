#pragma once
// The optional signature of requests and replies: HMAC-SHA256 over the body with the account's secret key, base64, in a
// header Authorization: signature="..." without a scheme's word.

#include "crypto/secret.h"
#include "exchange/http_message.h"

#include <string>
#include <vector>

namespace verdesk::providers::identomat {

// The header's value for these bytes.
std::string signatureOf(const crypto::Secret& secretKey, std::string_view body);

// Whether the reply carries the signature of its body with one of these keys. Empty ones are none.
bool isSigned(const HttpReply& reply, const std::vector<crypto::Secret>& secretKeys);

}  // namespace verdesk::providers::identomat
