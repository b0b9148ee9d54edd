#pragma once
// How a token is grouped as it is typed, and what can be said about it. Values in, values out.

#include <QString>

#include <string>
#include <vector>

namespace verdesk::ui {

// The shapes of a launch: "PASSID-XXXX-XXXX-XXXX-XXXX". An X stands for one letter or digit, a dash for a dash,
// anything else for itself.
using TokenShapes = std::vector<std::string>;

// A dash that we set, which looks like any other. It goes again where the text turns out to have another shape; a dash
// that was typed or pasted stays.
inline constexpr QChar ownDash{0x2011};

struct Typed {
    QString text;
    int caret = 0;  // 0 to text.size()
    bool operator==(const Typed&) const = default;
};

// Upper-cases, drops blanks and line breaks, takes every kind of dash for "-", and sets the dashes of the shape that
// fits what is there. Where none fits, only the dashes that were typed stay, and blanks between characters become
// dashes.
Typed grouped(const Typed& typed, const TokenShapes& shapes);

// What was sent, as it stood in the field: where the dashes of a whole token are just those of its shape, they are ours
// again, and go when the text becomes another one. Any other text as `grouped` has it.
Typed regrouped(const QString& sent, const TokenShapes& shapes);

// What is sent of a grouped text: plain dashes, none at the end.
QString tokenOf(const QString& grouped);

enum class TokenRemark {
    none,
    empty,
    strangeCharacter,  // neither letter, digit nor dash: no token has one
    tooShort,          // fits the beginning of a shape
    sessionCode,       // four and four: the code of a QR session, not a token
    tooLong,           // a shape, and more behind it
    unknownShape
};

struct TokenOpinion {
    TokenRemark remark = TokenRemark::none;
    QChar character;  // the strange one
    int missing = 0;  // with tooShort: how many characters at least
    bool operator==(const TokenOpinion&) const = default;
};

// About a text that `grouped` made. Without shapes only `empty` and `strangeCharacter` are said.
TokenOpinion opinionOn(const QString& text, const TokenShapes& shapes);

}  // namespace verdesk::ui
