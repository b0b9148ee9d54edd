#include "backend/store/tables/documents.h"

#include "backend/store/tables/sealed.h"
#include "crypto/digest.h"

#include <algorithm>

namespace verdesk::backend::store::tables {
namespace {

constexpr std::string_view columns = "id, verification_id, case_id, path, media_type, size, digest, at";

DocumentRow documentFrom(Reading& r, Row& row) {
    DocumentRow d;
    row.into(d.id, d.verification, d.caseId, d.path, d.mediaType, d.size, d.digest, d.at);
    d.path = open(keyOfCase(r, d.caseId), {"documents", d.id, "path"}, d.path);
    return d;
}

std::string nameOfPiece(const std::string& document, std::int64_t ordinal) {
    return document + "/" + std::to_string(ordinal);
}

}  // namespace

std::string documentDigest(const crypto::Key& caseKey, const std::string& id, std::string_view bytes) {
    return crypto::toHex(crypto::hmacSha256(caseKey.derive("document " + id).bytes(), crypto::viewOf(bytes)));
}

DocumentRow insert(Transaction& t, DocumentRow d, std::string_view bytes) {
    const auto key = keyOfCase(t, d.caseId);
    d.size = static_cast<std::int64_t>(bytes.size());
    d.digest = documentDigest(key, d.id, bytes);
    execute(t,
            "insert into documents (id, verification_id, case_id, path, media_type, size, digest, at) "
            "values (:id, :verification, :case, :path, :media_type, :size, :digest, :at)",
            d.id, d.verification, d.caseId, seal(key, {"documents", d.id, "path"}, d.path), d.mediaType, d.size,
            d.digest, d.at);
    std::int64_t ordinal = 0;
    for (std::size_t from = 0; from < bytes.size(); from += documentPiece) {
        ++ordinal;
        const auto name = nameOfPiece(d.id, ordinal);
        execute(t, "insert into document_pieces (document_id, ordinal, body) values (:document, :ordinal, :body)", d.id,
                ordinal, seal(key, {"document_pieces", name, "body"}, bytes.substr(from, documentPiece)));
    }
    return d;
}

std::optional<DocumentRow> findDocument(Reading& r, const std::string& id) {
    for (auto& row : select(r, columns, "from documents where id = :id", id)) {
        return documentFrom(r, row);
    }
    return std::nullopt;
}

std::vector<DocumentRow> documentsOf(Reading& r, const VerificationId& id) {
    std::vector<DocumentRow> all;
    for (auto& row : select(r, columns, "from documents where verification_id = :id order by at, id", id)) {
        all.push_back(documentFrom(r, row));
    }
    return all;
}

std::string bytesOf(Reading& r, const DocumentRow& d) {
    const auto key = keyOfCase(r, d.caseId);
    const auto size = static_cast<std::size_t>(std::max<std::int64_t>(d.size, 0));
    std::string bytes;
    bytes.reserve(size);
    // One at a time: a piece is there twice while it is opened, the whole never.
    for (std::int64_t ordinal = 1; bytes.size() < size; ++ordinal) {
        auto rows =
            select(r, "body", "from document_pieces where document_id = :id and ordinal = :ordinal", d.id, ordinal);
        if (rows.empty()) {
            throw StoreError{Trouble::failed, "a piece of document " + d.id + " is missing"};
        }
        std::string sealed;
        rows.front().into(sealed);
        bytes += open(key, {"document_pieces", nameOfPiece(d.id, ordinal), "body"}, sealed);
    }
    return bytes;
}

}  // namespace verdesk::backend::store::tables
