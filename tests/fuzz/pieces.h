#pragma once
// How the bytes of an input are divided. Pieces are set apart by the control character RS (0x1E), which no message has.
// A reply among them is "STATUS\nName: value\n\nbody"; without a number in front it is a body answered with 200.

#include "exchange/http_message.h"

#include <string_view>
#include <vector>

namespace verdesk::fuzz {

inline constexpr char pieceEnd = '\x1e';

std::vector<std::string_view> piecesOf(std::string_view input);
// "Name: value" a line, as long as there are such.
std::vector<Header> headersOf(std::string_view& text);
HttpReply replyOf(std::string_view piece);

}  // namespace verdesk::fuzz
