#include "http/message.h"

#include <boost/beast/core/string.hpp>

namespace verdesk::http {

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (boost::beast::iequals(key, name)) {
            return value;
        }
    }
    return std::nullopt;
}

}  // namespace verdesk::http
