#pragma once
// What Authenteq read from a document, as generic claims, and the pictures beside it.

#include "contract/json_reader.h"
#include "providers/answer.h"
#include "providers/provider.h"

#include <string>
#include <vector>

namespace verdesk::providers::authenteq {

// The members of "details" (Web KYC) or "documentData" (Web IDV): documentNumber, givenNames, dateOfExpiry ... What is
// not known is kept under its own name. A text of another type is a MemberError; a date that is none is a claim of
// status `unknown`. Members that are objects or lists are left to `picturesIn`.
std::vector<claims::Claim> claimsIn(const JsonReader& details);

struct Pictures {
    std::vector<claims::Claim> claims;  // document_front, document_back, document; in their order
    std::vector<Document> documents;    // of the same paths
};
// "croppedDocs": base64 texts. Throws MemberError for what is no base64.
Pictures croppedDocsIn(const JsonReader& croppedDocs);
// Every object with the texts "contentType" and "content", wherever it stands.
Pictures picturesIn(const nlohmann::json& document);

// The answer for support: without the pictures, which are kept as evidence.
std::string rawWithoutPictures(const std::string& body);

// As readBody, for an answer with pictures: an error keeps them out of what is kept for support, too.
template <class Read>
Progress readData(const HttpReply& reply, Read read) {
    try {
        auto progress = readBody("Authenteq", reply, std::move(read));
        progress.raw = rawWithoutPictures(reply.body);
        return progress;
    } catch (const ProviderError& error) {
        throw ProviderError{error.failure(), error.what(), rawWithoutPictures(reply.body)};
    }
}

}  // namespace verdesk::providers::authenteq
