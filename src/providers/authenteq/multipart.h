#pragma once
// Forms as multipart/form-data, which is how Authenteq's documentation sends one.

#include "providers/query.h"

#include <string>

namespace verdesk::providers::authenteq {

struct Form {
    std::string mediaType;  // with the boundary
    std::string body;
};

// The same fields and seed give the same bytes. The seed must not be in the fields: what divides them is made of its
// digest.
Form multipart(const Parameters& fields, const std::string& seed);

}  // namespace verdesk::providers::authenteq
