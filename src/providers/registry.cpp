#include "providers/registry.h"

#include "providers/passid/passid.h"

namespace verdesk::providers {

std::vector<const Provider*> all() {
    return {
        &passid::provider(),
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
