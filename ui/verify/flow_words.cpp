#include "ui/verify/flow_words.h"

#include "ui/parts/words.h"

#include <algorithm>

namespace verdesk::ui {
namespace {

struct FlowWords {
    Q_DECLARE_TR_FUNCTIONS(verdesk::ui::FlowWords)
};

}  // namespace

QString checkName(const QString& flowTitle, LaunchKind launch) {
    switch (launch) {
        case LaunchKind::qr:
            return FlowWords::tr("%1 by QR code", "name of a check: PASSID by QR code").arg(flowTitle);
        case LaunchKind::token:
            return FlowWords::tr("%1 by token", "name of a check: PASSID by token").arg(flowTitle);
        case LaunchKind::script:
            return FlowWords::tr("%1 by login", "name of a check: the customer logs in to their account")
                .arg(flowTitle);
        default:
            return flowTitle;
    }
}

bool needsView(LaunchKind launch) {
    return launch == LaunchKind::widget || launch == LaunchKind::redirect || launch == LaunchKind::script;
}

QString usualTime(std::int64_t seconds) {
    if (seconds <= 0) {
        return {};
    }
    if (seconds < 50) {
        return FlowWords::tr("Under 1 min");
    }
    return FlowWords::tr("About %1 min").arg((seconds + 30) / 60);
}

std::vector<std::pair<QString, QString>> askLines(const std::vector<std::string>& asks) {
    namespace name = claims::name;
    const auto has = [&asks](std::string_view claim) {
        return std::find(asks.begin(), asks.end(), claim) != asks.end();
    };
    std::vector<std::pair<QString, QString>> lines;
    for (const auto& claim : asks) {
        const bool withScore = claim == name::tier && has(name::score);
        const bool withIncome = claim == name::incomeBand && has(name::income);
        if (withScore || withIncome) {
            continue;
        }
        if (claim == name::score && has(name::tier)) {
            lines.emplace_back(FlowWords::tr("Score and tier"), Words::askHint(claim));
        } else if (claim == name::income && has(name::incomeBand)) {
            lines.emplace_back(Words::claimLabel(claim),
                               FlowWords::tr("verified, and the band", "what a claim will say"));
        } else {
            lines.emplace_back(Words::claimLabel(claim), Words::askHint(claim));
        }
    }
    return lines;
}

}  // namespace verdesk::ui
