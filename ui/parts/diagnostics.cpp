#include "ui/parts/diagnostics.h"

#include "ui/parts/words.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace verdesk::ui {
namespace {

struct Diagnostics {
    Q_DECLARE_TR_FUNCTIONS(verdesk::ui::Diagnostics)
};

constexpr auto metadata = "metadata";

QString labelOf(const claims::Claim& claim) {
    if (claim.name == "user_agent") {
        return Diagnostics::tr("Browser");
    }
    if (claim.name == "started_at") {
        return Diagnostics::tr("Started", "a check; a time follows");
    }
    if (claim.name == "reference") {
        return Diagnostics::tr("Sent along as our reference");
    }
    const auto prefix = std::string{metadata} + '.';
    return Words::claimLabel(claim.name.starts_with(prefix) ? claim.name.substr(prefix.size()) : claim.name);
}

// By the clock of this counter.
QString valueOf(const claims::Claim& claim) {
    const auto value = Words::claimValue(claim);
    const auto at = claim.name == "started_at" ? QDateTime::fromString(value, Qt::ISODateWithMs) : QDateTime{};
    return at.isValid() ? QLocale{}.toString(at.toLocalTime(), QLocale::ShortFormat) : value;
}

}  // namespace

bool isDiagnostic(const claims::Claim& claim) {
    return claim.name == "user_agent" || claim.name.starts_with(metadata) || claim.path.starts_with("metadata.");
}

QString diagnosticLines(const std::vector<claims::Claim>& claims) {
    QStringList lines;
    for (const auto& claim : claims) {
        if (const auto value = valueOf(claim); isDiagnostic(claim) && !value.isEmpty()) {
            lines << labelOf(claim) + QStringLiteral(": ") + value;
        }
    }
    return lines.join(u'\n');
}

}  // namespace verdesk::ui
