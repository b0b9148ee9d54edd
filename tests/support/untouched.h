#pragma once
// Stands for a part that what is tested takes and does not look at.

#include <cstddef>

namespace verdesk::test {

// Room for one, in which there is none: it may be handed on, and nothing else.
template <class Part>
Part& untouched() {
    alignas(Part) static std::byte room[sizeof(Part)];
    return *reinterpret_cast<Part*>(room);
}

}  // namespace verdesk::test
