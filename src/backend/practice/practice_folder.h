#pragma once
// The folder of practice mode: its store, its master key and the sandbox's state. Only its owner can read it; one
// process uses it at a time.

#include "backend/practice/practice_config.h"

#include <filesystem>
#include <memory>

namespace verdesk::backend {

class PracticeFolder {
public:
    // Makes the folder (mode 0700) where there is none, and takes its lock. `reset` first removes what practice made
    // in it, and nothing else. Throws std::runtime_error in words: no folder can be made, another process uses it, or
    // it holds something that is not practice's.
    PracticeFolder(std::filesystem::path folder, bool reset);
    ~PracticeFolder();

    const std::filesystem::path& path() const {
        return folder_;
    }
    // Read, or made at the first start.
    crypto::Secret master() const;
    std::filesystem::path sandboxState() const {
        return folder_ / "sandbox.json";
    }
    // Of the last start, so that the customer's browser and what providers were told find their way again; 0: none.
    struct Ports {
        std::uint16_t sandbox = 0;
        std::uint16_t publicSide = 0;
    };
    Ports lastPorts() const;
    void keepPorts(Ports ports) const;

private:
    struct Lock;
    std::filesystem::path folder_;
    std::unique_ptr<Lock> lock_;
};

// The usual place: the per-user data location, then verdesk/practice.
std::filesystem::path usualPracticeFolder();

}  // namespace verdesk::backend
