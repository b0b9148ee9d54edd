#include "providers/identomat/signature.h"

#include "crypto/digest.h"

namespace verdesk::providers::identomat {

std::string signatureOf(const crypto::Secret& secretKey, std::string_view body) {
    return "signature=\"" + crypto::toBase64(crypto::hmacSha256(secretKey.bytes(), crypto::viewOf(body))) + "\"";
}

bool isSigned(const HttpReply& reply, const std::vector<crypto::Secret>& secretKeys) {
    const auto given = reply.header("Authorization").value_or("");
    bool any = false;
    for (const auto& key : secretKeys) {
        any = (!key.empty() &&
               crypto::equalInConstantTime(crypto::viewOf(signatureOf(key, reply.body)), crypto::viewOf(given))) ||
              any;
    }
    return any;
}

}  // namespace verdesk::providers::identomat
