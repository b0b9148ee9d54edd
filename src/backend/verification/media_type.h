#pragma once
// What a document is, by its bytes: neither the sender's word nor a file's name counts. Pure.

#include <string_view>

namespace verdesk::backend {

// "image/jpeg", "image/png", "application/pdf", "video/mp4"; empty for everything else, which is never kept.
std::string_view mediaTypeOf(std::string_view bytes);

}  // namespace verdesk::backend
