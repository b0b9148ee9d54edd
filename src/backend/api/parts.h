#pragma once
// What the staff listener stands on. All references must outlive it; everything runs on the backend's one executor.

#include "backend/clock.h"
#include "backend/config/config.h"

#include <functional>
#include <string>

namespace verdesk::backend {

class Sessions;
class Verifications;
namespace store {
class Store;
}

namespace api {

struct Parts {
    const Config& config;
    store::Store& store;
    const Clock& clock;
    Sessions& sessions;
    Verifications& verifications;
    std::function<Answering(const std::string& account)> answering;  // how the account's provider answers just now
};

}  // namespace api
}  // namespace verdesk::backend
