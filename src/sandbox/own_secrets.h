#pragma once
// The secrets of a double: given in its settings, or made here. Those made here are told in the ready line and found
// again after a restart; a given one is told and kept by whoever gave it.

#include "crypto/secret.h"
#include "sandbox/body.h"

#include <map>
#include <optional>
#include <string>

namespace verdesk::sandbox {

class OwnSecrets {
public:
    // Without `given` one is made that starts with `prefix`.
    void add(const std::string& name, const std::optional<std::string>& given, const std::string& prefix = {});

    // Of a name that was added.
    const crypto::Secret& get(const std::string& name) const;
    std::string text(const std::string& name) const;
    // In constant time.
    bool is(const std::string& name, std::string_view presented) const;

    // Those made here, by name.
    Json made() const;
    // Takes what an earlier run made, where this one would make its own.
    void restore(const Json& made);

private:
    struct Kept {
        crypto::Secret secret;
        bool ours = false;
    };
    std::map<std::string, Kept> kept_;
};

}  // namespace verdesk::sandbox
