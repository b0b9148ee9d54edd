#include "backend/verification/media_type.h"

#include <algorithm>
#include <array>

namespace verdesk::backend {
namespace {

using namespace std::string_view_literals;

// ISO 14496-12: a first box "ftyp" with its brand. Pictures (HEIF, AVIF) and QuickTime wear the same box.
bool isMp4(std::string_view bytes) {
    constexpr std::array<std::string_view, 11> brands{"isom"sv, "iso2"sv, "iso4"sv, "iso5"sv, "iso6"sv, "mp41"sv,
                                                      "mp42"sv, "avc1"sv, "M4V "sv, "MSNV"sv, "dash"sv};
    return bytes.size() >= 16 && bytes.substr(4, 4) == "ftyp"sv &&
           std::find(brands.begin(), brands.end(), bytes.substr(8, 4)) != brands.end();
}

}  // namespace

std::string_view mediaTypeOf(std::string_view bytes) {
    if (bytes.starts_with("\xff\xd8\xff"sv)) {
        return "image/jpeg";
    }
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return "image/png";
    }
    if (bytes.starts_with("%PDF-"sv)) {
        return "application/pdf";
    }
    return isMp4(bytes) ? "video/mp4"sv : ""sv;
}

}  // namespace verdesk::backend
