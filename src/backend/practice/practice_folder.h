#pragma once
// The folder of practice mode: its store, its secrets and the sandbox's state. Only its owner can read it; one process
// uses it at a time.

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
    PracticeSecrets secrets() const;
    std::filesystem::path sandboxState() const {
        return folder_ / "sandbox.json";
    }
    // The sandbox's port of the last start, so that the phone's page and running sessions find it again; 0: none.
    std::uint16_t lastSandboxPort() const;
    void keepSandboxPort(std::uint16_t port) const;

private:
    struct Lock;
    std::filesystem::path folder_;
    std::unique_ptr<Lock> lock_;
};

// The usual place: the per-user data location, then verdesk/practice.
std::filesystem::path usualPracticeFolder();

}  // namespace verdesk::backend
