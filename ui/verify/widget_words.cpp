#include "ui/verify/widget_words.h"

namespace verdesk::ui {
namespace {

struct WidgetWords {
    Q_DECLARE_TR_FUNCTIONS(verdesk::ui::WidgetWords)
};

// clang-format off
constexpr std::array<std::pair<WidgetTrouble, std::string_view>, 8> codes{{
    {WidgetTrouble::loadFailed,    "VD-W101"},
    {WidgetTrouble::certificate,   "VD-W102"},
    {WidgetTrouble::crashed,       "VD-W103"},
    {WidgetTrouble::silent,        "VD-W104"},
    {WidgetTrouble::refused,       "VD-W105"},
    {WidgetTrouble::engineTooOld,  "VD-W106"},
    {WidgetTrouble::cameraMissing, "VD-W107"},
    {WidgetTrouble::strayed,       "VD-W110"},
}};
// clang-format on

std::optional<WidgetTrouble> troubleOf(std::string_view code) {
    for (const auto& [trouble, word] : codes) {
        if (word == code) {
            return trouble;
        }
    }
    return std::nullopt;
}

QString goOn(Offered offered) {
    return offered.phone
               ? WidgetWords::tr("Reload the page, or continue on the customer's phone. The check is still open.")
               : WidgetWords::tr("Reload the page, or use another check. This one is still open.");
}

QString notHere(Offered offered) {
    return offered.phone ? WidgetWords::tr("Continue on the customer's phone, or use another check.")
                         : WidgetWords::tr("Use another check.");
}

TroubleWords certificateWords(const QString& provider, Offered offered) {
    return {{WidgetWords::tr("The provider's certificate is wrong"),
             WidgetWords::tr("This computer cannot tell whether the page is really one of %1, so it was not opened.",
                             "provider")
                 .arg(provider),
             {},
             offered.phone
                 ? WidgetWords::tr("Do not go on at this counter. Use the customer's phone or another check, and tell "
                                   "support the code below.")
                 : WidgetWords::tr("Do not go on at this counter. Use another check, and tell support the code "
                                   "below.")},
            true};
}

TroubleWords silentWords(Offered offered) {
    const auto look =
        offered.phone ? WidgetWords::tr(
                            "Reload the page, look whether it works all the same, or continue on the customer's "
                            "phone.")
                      : WidgetWords::tr("Reload the page, look whether it works all the same, or use another check.");
    return {{WidgetWords::tr("The provider's page does not answer"),
             WidgetWords::tr("It was opened, and nothing was heard from it in time."),
             {},
             offered.page ? look : goOn(offered)},
            true,
            WidgetWords::tr("Show the page as it is")};
}

TroubleWords cameraWords(const QString& provider, Offered offered) {
    auto next = offered.phone ? WidgetWords::tr("Connect a camera and reload, or continue on the customer's phone.")
                              : WidgetWords::tr("Connect a camera and reload, or use another check.");
    if (offered.page) {
        next += u' ' + WidgetWords::tr("Where the page takes pictures that were made before, go on without one.");
    }
    return {{WidgetWords::tr("This counter has no camera"),
             WidgetWords::tr("The page of %1 needs a camera, and none was found.", "provider").arg(provider),
             {},
             next},
            true,
            WidgetWords::tr("Go on without a camera")};
}

TroubleWords strayedWords(const QString& provider, Offered offered) {
    return {{WidgetWords::tr("The provider's page wanted to go elsewhere"),
             WidgetWords::tr("It asked for an address that is not one of %1 for this check, and was not let there.",
                             "provider")
                 .arg(provider),
             {},
             offered.phone
                 ? WidgetWords::tr("Look whether the page works all the same, reload it, or continue on the customer's "
                                   "phone. If it happens again, tell support the code below.")
                 : WidgetWords::tr("Look whether the page works all the same, reload it, or use another check. If it "
                                   "happens again, tell support the code below.")},
            true,
            WidgetWords::tr("Show the page as it is")};
}

}  // namespace

std::string_view codeOf(WidgetTrouble trouble) {
    for (const auto& [each, code] : codes) {
        if (each == trouble) {
            return code;
        }
    }
    return "VD-W100";
}

TroubleWords troubleWords(std::string_view code, const QString& provider, const QString& detail, Offered offered) {
    if (code == noViewCode) {
        return {{WidgetWords::tr("The provider's page cannot run at this counter"),
                 detail.isEmpty() ? WidgetWords::tr("This installation has no part that can show it.") : detail,
                 {},
                 notHere(offered)}};
    }
    if (code == droppedCode) {
        return {{WidgetWords::tr("What came back is not of this check"),
                 WidgetWords::tr("The page of %1 led back with an answer that belongs to another check, or to none. It "
                                 "was not taken, and this check still waits for the customer.",
                                 "provider")
                     .arg(provider),
                 {},
                 goOn(offered)},
                true};
    }
    if (code == noFreshPageCode) {
        return {
            {WidgetWords::tr("There is no fresh page just now"),
             WidgetWords::tr("A page of %1 opens once, and another one could not be had.", "provider").arg(provider),
             {},
             offered.phone ? WidgetWords::tr(
                                 "Try again in a moment, or continue on the customer's phone. The check is still open.")
                           : WidgetWords::tr("Try again in a moment, or use another check. This one is still open.")},
            true,
            WidgetWords::tr("Show the page as it is")};
    }
    const auto trouble = troubleOf(code);
    if (!trouble) {
        return {{WidgetWords::tr("The provider's page cannot go on"),
                 WidgetWords::tr("It stopped for a reason that this version of Verdesk does not know."),
                 {},
                 goOn(offered)},
                true};
    }
    switch (*trouble) {
        case WidgetTrouble::loadFailed:
            return {{WidgetWords::tr("The provider's page did not load"),
                     WidgetWords::tr("There is no connection to %1, or its server does not answer.", "provider")
                         .arg(provider),
                     {},
                     goOn(offered)},
                    true};
        case WidgetTrouble::certificate:
            return certificateWords(provider, offered);
        case WidgetTrouble::crashed:
            return {
                {WidgetWords::tr("The provider's page stopped"),
                 WidgetWords::tr("Its process ended by itself. What the customer did on it may have to be done again."),
                 {},
                 goOn(offered)},
                true};
        case WidgetTrouble::silent:
            return silentWords(offered);
        case WidgetTrouble::refused:
            return {{WidgetWords::tr("The provider's page says that it failed"),
                     WidgetWords::tr("%1 stopped the check on its own page.", "provider").arg(provider),
                     {},
                     goOn(offered)},
                    true,
                    WidgetWords::tr("Show the page as it is")};
        case WidgetTrouble::engineTooOld: {
            const auto what = WidgetWords::tr("It is older than your institution allows for providers' pages.");
            return {{WidgetWords::tr("The built-in browser is too old"),
                     detail.isEmpty() ? what : what + u' ' + detail,
                     {},
                     notHere(offered) + u' ' + WidgetWords::tr("Ask your administrator for the current Verdesk.")}};
        }
        case WidgetTrouble::cameraMissing:
            return cameraWords(provider, offered);
        case WidgetTrouble::strayed:
            return strayedWords(provider, offered);
    }
    return {};
}

QString inWords(const WidgetCounts& counts) {
    QStringList parts;
    const auto add = [&parts](int count, const auto& words) {
        if (count > 0) {
            parts << words(count);
        }
    };
    add(counts.foreignOrigin, [](int n) { return WidgetWords::tr("%n message(s) from elsewhere", nullptr, n); });
    add(counts.malformed, [](int n) { return WidgetWords::tr("%n unreadable message(s)", nullptr, n); });
    add(counts.unmatched, [](int n) { return WidgetWords::tr("%n message(s) without meaning", nullptr, n); });
    add(counts.navigations, [](int n) { return WidgetWords::tr("%n way(s) to another address", nullptr, n); });
    add(counts.permissions, [](int n) { return WidgetWords::tr("%n permission(s)", nullptr, n); });
    add(counts.downloads, [](int n) { return WidgetWords::tr("%n download(s)", nullptr, n); });
    add(counts.windows, [](int n) { return WidgetWords::tr("%n window(s)", nullptr, n); });
    return parts.isEmpty() ? WidgetWords::tr("Nothing of this page was refused or ignored.")
                           : WidgetWords::tr("For support, refused or ignored: %1", "a list: 3 messages from elsewhere")
                                 .arg(parts.join(QStringLiteral(" · ")));
}

}  // namespace verdesk::ui
