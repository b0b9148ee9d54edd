#pragma once
// How busy the writer is, for metrics.

#include <cstddef>
#include <cstdint>

namespace verdesk::backend::store {

struct Load {
    std::size_t waiting = 0;    // changes that are not begun yet
    std::uint64_t batches = 0;  // performed since the start
    std::uint64_t changes = 0;  // in those batches
};

}  // namespace verdesk::backend::store
