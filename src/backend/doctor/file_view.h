#pragma once
// The files of this machine as the doctor sees them.

#include <filesystem>
#include <optional>
#include <string>

namespace verdesk::backend::doctor {

struct FileStatus {
    unsigned mode = 0;     // permissions, and the sticky bit: 0600. On Windows, which has none, that
    bool trusted = false;  // belongs to the user who asks, or to root
    bool folder = false;
};

class FileView {
public:
    virtual ~FileView() = default;
    // Nothing where there is no such file. Links are followed.
    virtual std::optional<FileStatus> status(const std::filesystem::path& path) const = 0;
    // Empty where it cannot be read.
    virtual std::string contents(const std::filesystem::path& path) const = 0;
    // Whether the process may read everything.
    virtual bool isRoot() const = 0;
};

// As the process sees them.
class ProcessFiles : public FileView {
public:
    std::optional<FileStatus> status(const std::filesystem::path& path) const override;
    std::string contents(const std::filesystem::path& path) const override;
    bool isRoot() const override;
};

}  // namespace verdesk::backend::doctor
