#include "sandbox/doubles.h"

#include "sandbox/authenteq/authenteq.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/passbase/passbase.h"
#include "sandbox/passid/passid.h"
#include "sandbox/passport_io/passport_io.h"

namespace verdesk::sandbox {

const std::vector<Kind>& doubles() {
    static const std::vector<Kind> all{
        passid::kind(), passport_io::kind(), authenteq::kind(), passbase::kind(), identomat::kind(),
    };
    return all;
}

}  // namespace verdesk::sandbox
