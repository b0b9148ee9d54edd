#include "sandbox/doubles.h"

#include "sandbox/passid/passid.h"

namespace verdesk::sandbox {

const std::vector<Kind>& doubles() {
    static const std::vector<Kind> all{
        passid::kind(),
    };
    return all;
}

}  // namespace verdesk::sandbox
