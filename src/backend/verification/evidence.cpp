#include "backend/verification/evidence.h"

#include "backend/store/tables/documents.h"
#include "backend/verification/media_type.h"
#include "crypto/random.h"

namespace verdesk::backend {

namespace tables = store::tables;

namespace {

// Of one result. A sender that names more wants something else than to prove who somebody is.
constexpr std::size_t mostDocuments = 64;

claims::Claim& claimOf(store::VerificationRow& row, const std::string& path) {
    auto& all = row.details.claims;
    for (auto& claim : all) {
        if (waitsForDocument(claim) && claim.path == path) {
            return claim;
        }
    }
    // Nothing that a provider proved is thrown away for want of a name.
    all.push_back({"document", claims::Document{}, claims::Status::stated, path, nullptr});
    return all.back();
}

void keep(store::Transaction& t, store::VerificationRow& row, const providers::Document& document, Instant at) {
    auto& claim = claimOf(row, document.path);
    if (const auto why = whyNotKept(document.bytes); !why.empty()) {
        markMissing(claim, why);
        return;
    }
    store::DocumentRow kept;
    kept.id = crypto::uuid7(at);
    kept.verification = row.id;
    kept.caseId = row.caseId;
    kept.path = document.path;
    kept.mediaType = mediaTypeOf(document.bytes);
    kept.at = at;
    claim.value = claims::Document{kept.id, kept.mediaType};
    tables::insert(t, std::move(kept), document.bytes);
}

void note(store::Transaction& t, store::VerificationRow& row, const providers::DocumentRef& wanted, Instant at) {
    claimOf(row, wanted.path);
    store::FetchRow fetch;
    fetch.id = crypto::uuid7(at);
    fetch.verification = row.id;
    fetch.caseId = row.caseId;
    fetch.path = wanted.path;
    fetch.url = wanted.url;
    fetch.nextAt = fetch.at = at;
    tables::insert(t, fetch);
}

}  // namespace

bool keeps(const providers::Keep& keep, std::string_view bytes) {
    return mediaTypeOf(bytes).starts_with("video/") ? keep.video : keep.documents;
}

void dropUnkept(providers::Progress& progress, const providers::Keep& keep) {
    const auto say = [&](const std::string& path) {
        for (auto& claim : progress.claims) {
            if (waitsForDocument(claim) && claim.path == path) {
                markMissing(claim, notKeptByFlow);
                return;
            }
        }
    };
    std::erase_if(progress.documents, [&](const providers::Document& document) {
        const bool drops = !keeps(keep, document.bytes);
        if (drops) {
            say(document.path);
        }
        return drops;
    });
    if (!keep.documents && !keep.video) {  // of the address alone nobody knows which of the two it is
        for (const auto& wanted : progress.toFetch) {
            say(wanted.path);
        }
        progress.toFetch.clear();
    }
}

std::string whyNotKept(std::string_view bytes) {
    if (bytes.size() > providers::longestDocument) {
        return "too_long";
    }
    return mediaTypeOf(bytes).empty() ? "refused_type" : "";
}

void keepDocuments(store::Transaction& t, store::VerificationRow& row, const providers::Progress& progress,
                   Instant at) {
    std::size_t count = 0;
    for (const auto& document : progress.documents) {
        if (++count > mostDocuments) {
            markMissing(claimOf(row, document.path), "too_many");
        } else {
            keep(t, row, document, at);
        }
    }
    for (const auto& wanted : progress.toFetch) {
        if (++count > mostDocuments) {
            markMissing(claimOf(row, wanted.path), "too_many");
        } else {
            note(t, row, wanted, at);
        }
    }
}

}  // namespace verdesk::backend
