#include "providers/identomat/general_documents.h"

#include "providers/answer.h"
#include "providers/identomat/dates.h"

#include <algorithm>

namespace verdesk::providers::identomat {
namespace {

using namespace claims;

bool says(const nlohmann::json& value) {
    return !value.is_null() && value != "" && !(value.is_structured() && value.empty());
}

// "utility-bill", "UTILITY_BILL" and "fullName" as words of one kind.
std::string snake(const std::string& text) {
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isCapital(text[i])) {
            const bool begins = i > 0 && !isCapital(text[i - 1]) && word.back() != '_';
            word += begins ? "_" : "";
            word.push_back(static_cast<char>(text[i] + ('a' - 'A')));
        } else {
            word.push_back(text[i] == '-' || text[i] == ' ' ? '_' : text[i]);
        }
    }
    return word;
}

std::string typeOf(const JsonReader& document) {
    for (const auto* member : {"typeId", "documentType"}) {
        const auto type = document.text(member);
        if (type && !type->empty()) {
            return snake(*type);
        }
    }
    return "general_document";
}

// The most telling of the two that there may be.
void addAddress(std::vector<Claim>& claims, const JsonReader& final, Status status) {
    for (const auto* member : {"formattedAddress", "address"}) {
        const auto address = final.text(member);
        if (address && !address->empty()) {
            claims.push_back({std::string{name::address}, Text{*address}, status, final.pathOf(member), *address});
            return;
        }
    }
}

void addFinal(std::vector<Claim>& claims, const JsonReader& final, const std::string& type, Status status) {
    addAddress(claims, final, status);
    const auto addDay = [&](const char* word, const char* iso, const char* plain) {
        if (auto claim = dateClaim(type + word, final, iso, plain, status)) {
            claims.push_back(std::move(*claim));
        }
    };
    addDay("_issued", "documentIssuedTime", "documentIssued");
    addDay("_expires", "documentExpiresTime", "documentExpires");
    for (const auto& [own, value] : final.json().items()) {
        const bool isRead = own == "formattedAddress" || own.starts_with("documentIssued") ||
                            own.starts_with("documentExpires") || own == "latitude" || own == "longitude";
        if (!isRead && says(value)) {
            claims.push_back({type + "_" + snake(own), verbatimValue(value), status, final.pathOf(own), value});
        }
    }
}

void addPage(std::vector<Claim>& claims, const JsonReader& page, const std::string& type, Status status) {
    const auto remarks = page.texts("statuses");
    for (std::size_t i = 0; i < remarks.size(); ++i) {
        claims.push_back({type + "_remark", Text{remarks[i]}, Status::unknown,
                          page.pathOf("statuses") + "[" + std::to_string(i) + "]", remarks[i]});
    }
    if (const auto final = page.object("final")) {
        addFinal(claims, *final, type, status);
    }
}

}  // namespace

void addGeneralDocuments(std::vector<Claim>& claims, const JsonReader& result, Status status) {
    for (const auto& document : result.objects("generalDocuments")) {
        const auto type = typeOf(document);
        const auto* const member = document.has("typeId") ? "typeId" : "documentType";
        const auto verbatim = document.json().value(member, nlohmann::json{});
        claims.push_back({"general_document", Text{type}, status, document.pathOf(member), verbatim});
        for (const auto& page : document.objects("pages")) {
            addPage(claims, page, type, status);
        }
    }
}

}  // namespace verdesk::providers::identomat
