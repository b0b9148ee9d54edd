#include "ui/parts/token_format.h"

#include <algorithm>
#include <optional>
#include <set>

namespace verdesk::ui {
namespace {

constexpr QChar dash = u'-';

// ASCII only: letters of other alphabets look alike and are strange here.
bool isTokenCharacter(QChar c) {
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isTypedDash(QChar c) {
    return c != ownDash && (c.category() == QChar::Punctuation_Dash || c == QChar{0x2212});
}

bool isBlank(QChar c) {
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

bool isSeparator(QChar c) {
    return c == ownDash || isTypedDash(c) || isBlank(c);
}

// A text without its separators, and where they were: each number is how many characters stood before.
struct Bare {
    QString characters;
    std::set<qsizetype> dashes;
    std::set<qsizetype> blanks;
    qsizetype caret = 0;
    bool caretBehindSeparator = false;
};

Bare bareOf(const Typed& typed) {
    Bare bare;
    for (int i = 0; i <= typed.text.size(); ++i) {
        if (i == typed.caret) {
            bare.caret = bare.characters.size();
            bare.caretBehindSeparator = i > 0 && isSeparator(typed.text[i - 1]);
        }
        if (i == typed.text.size()) {
            break;
        }
        const QChar c = typed.text[i];
        if (!isSeparator(c)) {
            bare.characters += c.toUpper();
        } else if (isTypedDash(c)) {
            bare.dashes.insert(bare.characters.size());
        } else if (isBlank(c)) {
            bare.blanks.insert(bare.characters.size());
        }
    }
    bare.dashes.erase(0);
    bare.blanks.erase(0);
    bare.blanks.erase(bare.characters.size());  // a blank at the end says nothing yet
    return bare;
}

std::set<qsizetype> dashesOf(const std::string& shape) {
    std::set<qsizetype> places;
    qsizetype characters = 0;
    for (const char place : shape) {
        if (place == '-') {
            places.insert(characters);
        } else {
            ++characters;
        }
    }
    return places;
}

enum class Fit { no, beginning, whole, longer };

struct Match {
    Fit fit = Fit::no;
    int literals = 0;  // how many characters the shape names itself
    int missing = 0;
};

Match matchOf(const QString& characters, const std::string& shape) {
    Match match{Fit::beginning, 0, 0};
    qsizetype at = 0;
    for (const char place : shape) {
        if (place == '-') {
            continue;
        }
        if (at == characters.size()) {
            ++match.missing;
            continue;
        }
        const QChar c = characters[at++];
        if (place == 'X' ? !isTokenCharacter(c) : c != QLatin1Char{place}) {
            return {};
        }
        match.literals += place == 'X' ? 0 : 1;
    }
    match.fit = at < characters.size() ? Fit::longer : match.missing == 0 ? Fit::whole : Fit::beginning;
    return match;
}

// The shape that what is there may become: nothing contradicts it, and of several it names most itself.
const std::string* shapeOf(const Bare& bare, const TokenShapes& shapes) {
    const std::string* best = nullptr;
    int literals = -1;
    for (const auto& shape : shapes) {
        const auto match = matchOf(bare.characters, shape);
        const auto allowed = dashesOf(shape);
        const bool dashesFit = std::includes(allowed.begin(), allowed.end(), bare.dashes.begin(), bare.dashes.end());
        if ((match.fit == Fit::beginning || match.fit == Fit::whole) && dashesFit && match.literals > literals) {
            best = &shape;
            literals = match.literals;
        }
    }
    return best;
}

// The characters with a separator at each of the places; `typed` ones are plain dashes, and may also stand at the end.
Typed joined(const Bare& bare, const std::set<qsizetype>& typed, const std::set<qsizetype>& own) {
    Typed result;
    for (qsizetype i = 0; i <= bare.characters.size(); ++i) {
        const auto before = result.text.size();
        if (typed.contains(i)) {
            result.text += dash;
        } else if (own.contains(i) && i < bare.characters.size()) {
            result.text += ownDash;
        }
        if (i == bare.caret) {
            result.caret = static_cast<int>(bare.caretBehindSeparator ? result.text.size() : before);
        }
        if (i < bare.characters.size()) {
            result.text += bare.characters[i];
        }
    }
    return result;
}

bool isSessionCode(const Bare& bare) {
    return bare.characters.size() == 8 && (bare.dashes.empty() || bare.dashes == std::set<qsizetype>{4});
}

}  // namespace

Typed grouped(const Typed& typed, const TokenShapes& shapes) {
    const auto bare = bareOf(typed);
    if (bare.characters.isEmpty()) {
        return {};
    }
    if (const auto* shape = shapeOf(bare, shapes)) {
        return joined(bare, bare.dashes, dashesOf(*shape));
    }
    auto separators = bare.dashes;
    separators.insert(bare.blanks.begin(), bare.blanks.end());
    return joined(bare, separators, {});
}

Typed regrouped(const QString& sent, const TokenShapes& shapes) {
    const Typed asSent{sent, static_cast<int>(sent.size())};
    const auto bare = bareOf(asSent);
    const auto* shape = shapeOf(bare, shapes);
    if (shape == nullptr || matchOf(bare.characters, *shape).fit != Fit::whole || bare.dashes != dashesOf(*shape)) {
        return grouped(asSent, shapes);
    }
    return joined(bare, {}, bare.dashes);
}

QString tokenOf(const QString& grouped) {
    auto token = grouped;
    token.replace(ownDash, dash);
    while (token.endsWith(dash)) {
        token.chop(1);
    }
    return token;
}

TokenOpinion opinionOn(const QString& text, const TokenShapes& shapes) {
    const auto bare = bareOf({text, 0});
    const auto& characters = bare.characters;
    if (characters.isEmpty()) {
        return {TokenRemark::empty, {}, 0};
    }
    const auto strange =
        std::find_if(characters.begin(), characters.end(), [](QChar c) { return !isTokenCharacter(c); });
    if (strange != characters.end()) {
        return {TokenRemark::strangeCharacter, *strange, 0};
    }
    if (shapes.empty()) {
        return {};
    }
    std::optional<int> missing;
    bool longer = false;
    for (const auto& shape : shapes) {
        const auto match = matchOf(characters, shape);
        const auto allowed = dashesOf(shape);
        if (!std::includes(allowed.begin(), allowed.end(), bare.dashes.begin(), bare.dashes.end())) {
            continue;
        }
        if (match.fit == Fit::whole) {
            return {};
        }
        if (match.fit == Fit::beginning) {
            missing = std::min(missing.value_or(match.missing), match.missing);
        }
        longer = longer || match.fit == Fit::longer;
    }
    if (isSessionCode(bare)) {
        return {TokenRemark::sessionCode, {}, missing.value_or(0)};
    }
    if (missing) {
        return {TokenRemark::tooShort, {}, *missing};
    }
    return {longer ? TokenRemark::tooLong : TokenRemark::unknownShape, {}, 0};
}

}  // namespace verdesk::ui
