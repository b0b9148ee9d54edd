#include "providers/registry.h"

#include "providers/authenteq/authenteq.h"
#include "providers/identomat/identomat.h"
#include "providers/passbase/passbase.h"
#include "providers/passid/passid.h"
#include "providers/passport_io/passport_io.h"

namespace verdesk::providers {

std::vector<const Provider*> all() {
    return {
        &passid::provider(),   &passport_io::provider(), &authenteq::provider(),
        &passbase::provider(), &identomat::provider(),
    };
}

const Provider* find(std::string_view id) {
    for (const auto* provider : all()) {
        if (provider->info().id == id) {
            return provider;
        }
    }
    return nullptr;
}

}  // namespace verdesk::providers
