#include "backend/store/tables/details.h"

#include "contract/claim_json.h"
#include "contract/form.h"
#include "crypto/digest.h"

namespace verdesk::backend::store::tables {
namespace {

using nlohmann::json;

template <class Items>
json arrayOf(const Items& items) {
    json array = json::array();
    for (const auto& item : items) {
        array.push_back(toJson(item));
    }
    return array;
}

json proofJson(const Proof& proof) {
    json out{{"channel", toWord(proof.channel)}, {"signed", proof.isSigned}};
    const auto add = [&](const char* name, const std::optional<Instant>& at) {
        if (at) {
            out[name] = toText(*at);
        }
    };
    add("received", proof.receivedAt);
    add("confirmed", proof.confirmedAt);
    add("verified", proof.verifiedAt);
    return out;
}

Proof proofFrom(const JsonReader& reader) {
    return {reader.word("channel", claims::Channel::unknown), reader.requiredFlag("signed"), reader.instant("received"),
            reader.instant("confirmed"), reader.instant("verified")};
}

}  // namespace

std::string textOf(const VerificationDetails& details) {
    json out{{"launches", arrayOf(details.launches)},
             {"asks", details.asks},
             {"claims", arrayOf(details.claims)},
             {"reasons", arrayOf(details.reasons)}};
    if (details.proof) {
        out["proof"] = proofJson(*details.proof);
    }
    // Left out where empty, so that details of before give the text, and the digest, that they gave then.
    if (!details.person.empty()) {
        out["person"] = details.person;
    }
    if (!details.answers.empty()) {
        out["answers"] = toJson(details.answers);
    }
    if (!details.userAgent.empty()) {
        out["user_agent"] = details.userAgent;
    }
    if (!details.formerKeys.empty()) {
        out["former_keys"] = details.formerKeys;
    }
    if (!details.heard.empty()) {
        out["heard"] = details.heard;
    }
    return out.dump();
}

VerificationDetails detailsFrom(const std::string& text) {
    const auto whole = parseJson(text);
    const JsonReader reader{whole};
    VerificationDetails details;
    for (const auto& launch : reader.objects("launches")) {
        if (auto known = launchFrom(launch)) {
            details.launches.push_back(std::move(*known));
        }
    }
    details.asks = reader.texts("asks");
    for (const auto& claim : reader.objects("claims")) {
        details.claims.push_back(claimFrom(claim));
    }
    for (const auto& reason : reader.objects("reasons")) {
        details.reasons.push_back(reasonFrom(reason));
    }
    if (const auto proof = reader.object("proof")) {
        details.proof = proofFrom(*proof);
    }
    details.person = reader.text("person").value_or("");
    details.answers = answersFrom(reader, "answers");
    details.userAgent = reader.text("user_agent").value_or("");
    details.formerKeys = reader.texts("former_keys");
    details.heard = reader.texts("heard");
    return details;
}

std::string keyDigestOf(const crypto::Key& caseKey, const VerificationId& id, const std::string& providerKey) {
    return crypto::toHex(crypto::hmacSha256(caseKey.derive("provider key digest").bytes(),
                                            crypto::viewOf(id.value + "\n" + providerKey)));
}

std::string digestOf(const crypto::Key& caseKey, const VerificationId& id, const std::string& text) {
    return crypto::toHex(
        crypto::hmacSha256(caseKey.derive("evidence digest").bytes(), crypto::viewOf(id.value + "\n" + text)));
}

}  // namespace verdesk::backend::store::tables
