#include "backend/doctor/file_view.h"

#include <fstream>
#include <sstream>

#ifndef _WIN32
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace verdesk::backend::doctor {

#ifndef _WIN32

std::optional<FileStatus> ProcessFiles::status(const std::filesystem::path& path) const {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) {
        return std::nullopt;
    }
    return FileStatus{found.st_mode & 07777U, found.st_uid == ::geteuid() || found.st_uid == 0, S_ISDIR(found.st_mode)};
}

bool ProcessFiles::isRoot() const {
    return ::geteuid() == 0;
}

#else

std::optional<FileStatus> ProcessFiles::status(const std::filesystem::path& path) const {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return std::nullopt;
    }
    return FileStatus{0600, true, std::filesystem::is_directory(path, error)};
}

bool ProcessFiles::isRoot() const {
    return false;
}

#endif

std::string ProcessFiles::contents(const std::filesystem::path& path) const {
    std::ifstream in{path, std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    return in ? text.str() : std::string{};
}

}  // namespace verdesk::backend::doctor
