#pragma once
// Why a document is not there, in words for staff.

#include <QString>

#include <string>

namespace verdesk::ui {

struct MissingWords {
    QString what;  // short: it stands in the place of the picture
    QString why;
    QString next;  // what to do
};

// `why`: a word that stands with the claim, as docs/failure-codes.md has them: "withdrawn", "plain_http",
// "refused_type".
MissingWords missingWords(const std::string& why);

}  // namespace verdesk::ui
