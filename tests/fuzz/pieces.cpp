#include "tests/fuzz/pieces.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace verdesk::fuzz {
namespace {

std::string_view takeLine(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

}  // namespace

std::vector<std::string_view> piecesOf(std::string_view input) {
    std::vector<std::string_view> pieces;
    while (true) {
        const auto end = input.find(pieceEnd);
        pieces.push_back(input.substr(0, end));
        if (end == std::string_view::npos) {
            return pieces;
        }
        input.remove_prefix(end + 1);
    }
}

std::vector<Header> headersOf(std::string_view& text) {
    std::vector<Header> headers;
    while (!text.empty()) {
        auto rest = text;
        const auto line = takeLine(rest);
        const auto colon = line.find(": ");
        if (line.empty() || colon == std::string_view::npos) {
            text = line.empty() ? rest : text;
            break;
        }
        headers.emplace_back(std::string{line.substr(0, colon)}, std::string{line.substr(colon + 2)});
        text = rest;
    }
    return headers;
}

HttpReply replyOf(std::string_view piece) {
    HttpReply reply;
    reply.status = 200;
    auto rest = piece;
    const auto line = takeLine(rest);
    int status = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), status);
    if (error == std::errc{} && end == line.data() + line.size() && status >= 100 && status <= 599) {
        reply.status = status;
        reply.headers = headersOf(rest);
        piece = rest;
    }
    reply.body = piece;
    return reply;
}

}  // namespace verdesk::fuzz
