#include "ui/verify/verify_context.h"

#include "ui/verify/flow_words.h"
#include "ui/verify/widget_host.h"

#include <algorithm>
#include <set>

namespace verdesk::ui {

LaunchKind VerifyContext::launchHere(const Flow& flow) const {
    const bool hasViews = widgets != nullptr && widgets->mayBeThere();
    const auto found = std::find_if(flow.launches.begin(), flow.launches.end(), [hasViews](LaunchKind each) {
        return each != LaunchKind::unknown && (hasViews || !needsView(each));
    });
    return found == flow.launches.end() ? LaunchKind::unknown : *found;
}

const Flow* VerifyContext::fallbackOf(const std::string& id) const {
    std::set<std::string> seen{id};  // the configuration may lead in a circle
    const auto* each = flow(id);
    while (each != nullptr && seen.insert(each->fallback).second) {
        each = flow(each->fallback);
        if (each != nullptr && each->answering != Answering::down && launchHere(*each) != LaunchKind::unknown) {
            return each;
        }
    }
    return nullptr;
}

}  // namespace verdesk::ui
