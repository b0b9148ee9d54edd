#include "ui/documents/missing_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace verdesk::ui {
namespace {

struct Missing {
    Q_DECLARE_TR_FUNCTIONS(verdesk::ui::Missing)
};

enum class Why {
    withdrawn,
    noAddress,
    plainHttp,
    otherHost,
    refusedAddress,
    refusedAccess,
    refusedType,
    tooLong,
    tooMany,
    unreachable,
    configuration,
    flow
};

// clang-format off
constexpr std::array<std::pair<std::string_view, Why>, 12> words{{
    {"withdrawn",       Why::withdrawn},
    {"no_address",      Why::noAddress},
    {"plain_http",      Why::plainHttp},
    {"other_host",      Why::otherHost},
    {"refused_address", Why::refusedAddress},
    {"refused_access",  Why::refusedAccess},
    {"refused_type",    Why::refusedType},
    {"too_long",        Why::tooLong},
    {"too_many",        Why::tooMany},
    {"unreachable",     Why::unreachable},
    {"configuration",   Why::configuration},
    {"flow",            Why::flow},
}};
// clang-format on

QString reasonFor(std::optional<Why> why) {
    if (!why) {
        return Missing::tr("Why, this version of Verdesk does not know.", "a document is not there");
    }
    switch (*why) {
        case Why::withdrawn:
            return Missing::tr("It does not give it out any more.", "the provider, a document");
        case Why::noAddress:
            return Missing::tr("The provider did not say where it can be fetched.");
        case Why::plainHttp:
            return Missing::tr("It is at an address without protection (http), which your institution does not allow.");
        case Why::otherHost:
            return Missing::tr("It is at an address that your institution does not allow for this provider.");
        case Why::refusedAddress:
            return Missing::tr(
                "It is at an address that Verdesk never calls, or that your institution does not allow.");
        case Why::refusedAccess:
            return Missing::tr(
                "Where it is, it is not given to us: its address has expired or asks for a password, or the provider "
                "has not permitted your institution to download documents.");
        case Why::refusedType:
            return Missing::tr("What came is no picture, PDF or film.");
        case Why::tooLong:
            return Missing::tr("It is too large.");
        case Why::tooMany:
            return Missing::tr("The provider sent more documents than are kept of one check.");
        case Why::unreachable:
            return Missing::tr("The place where it is did not answer for a whole day.");
        case Why::configuration:
            return Missing::tr("The check was taken out of the settings before it was fetched.");
        case Why::flow:
            return Missing::tr("The provider has it, and your institution does not keep it with this check.");
    }
    return {};
}

QString whatHappened(std::optional<Why> why) {
    if (!why) {
        return Missing::tr("Not there", "a document");
    }
    if (*why == Why::withdrawn) {
        return Missing::tr("The provider has withdrawn it");
    }
    const bool came = *why == Why::refusedType || *why == Why::tooLong || *why == Why::tooMany || *why == Why::flow;
    return came ? Missing::tr("Not kept", "a document") : Missing::tr("Not fetched", "a document");
}

// Where it will be the same with every customer until somebody changes the settings, or the provider.
bool isForTheAdministrator(std::optional<Why> why) {
    return !why || (*why != Why::withdrawn && *why != Why::tooLong && *why != Why::tooMany && *why != Why::flow);
}

}  // namespace

MissingWords missingWords(const std::string& why) {
    const auto found = std::find_if(words.begin(), words.end(), [&why](const auto& each) { return each.first == why; });
    const auto known = found == words.end() ? std::nullopt : std::optional{found->second};
    auto next = Missing::tr("If it is needed, ask the customer for the document itself.");
    if (isForTheAdministrator(known)) {
        next +=
            u' ' +
            Missing::tr("Tell your administrator: %1", "a short word for the reason").arg(QString::fromStdString(why));
    }
    return {whatHappened(known), reasonFor(known), next};
}

}  // namespace verdesk::ui
