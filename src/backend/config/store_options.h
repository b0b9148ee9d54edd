#pragma once
// How the configuration's store is opened.

#include "backend/config/config.h"
#include "backend/store/store.h"

namespace verdesk::backend {

inline store::Options storeOptions(const Config& config) {
    store::Options options{config.place, config.master, config.masterVersion};
    options.previousMaster = config.previousMaster;
    return options;
}

}  // namespace verdesk::backend
