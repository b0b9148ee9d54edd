#include "backend/config/secret_file.h"

#include <array>
#include <cerrno>
#include <cstring>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <fstream>
#endif

namespace verdesk::backend {
namespace {

constexpr std::size_t longest = 64 * 1024;

crypto::Secret withoutLineEnd(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
        text.pop_back();
    }
    return crypto::Secret{std::move(text)};
}

#ifndef _WIN32

struct File {
    int descriptor = -1;
    ~File() {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
};

std::string octal(mode_t mode) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%04o", static_cast<unsigned>(mode & 07777U));
    return text.data();
}

// Asked of the open file, so that nobody can exchange it between the question and the reading.
std::string whyUnfit(const struct stat& status, const std::string& name, bool checkMode) {
    if (!S_ISREG(status.st_mode)) {
        return "\"" + name + "\" is not a file";
    }
    if (static_cast<std::size_t>(status.st_size) > longest) {
        return "\"" + name + "\" is longer than any secret";
    }
    if (!checkMode) {
        return {};
    }
    if ((status.st_mode & 077U) != 0) {
        return "\"" + name + "\" can be read by others (mode " + octal(status.st_mode) + "): chmod 600 " + name;
    }
    if (status.st_uid != ::geteuid() && status.st_uid != 0) {
        return "\"" + name + "\" belongs to another user: chown it to the user that runs verdeskd, or to root";
    }
    return {};
}

#endif

}  // namespace

#ifndef _WIN32

tl::expected<crypto::Secret, std::string> readSecretFile(const std::filesystem::path& file, bool checkMode) {
    const auto name = file.string();
    const File opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (opened.descriptor < 0 || ::fstat(opened.descriptor, &status) != 0) {
        return tl::unexpected{"cannot read \"" + name + "\": " + std::strerror(errno)};
    }
    if (auto why = whyUnfit(status, name, checkMode); !why.empty()) {
        return tl::unexpected{std::move(why)};
    }
    std::string text(longest, '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const auto got = ::read(opened.descriptor, text.data() + filled, text.size() - filled);
        if (got < 0) {
            crypto::wipe(text);
            return tl::unexpected{"cannot read \"" + name + "\": " + std::strerror(errno)};
        }
        if (got == 0) {
            break;
        }
        filled += static_cast<std::size_t>(got);
    }
    auto secret = withoutLineEnd(text.substr(0, filled));
    crypto::wipe(text);
    if (secret.empty()) {
        return tl::unexpected{"\"" + name + "\" is empty"};
    }
    return secret;
}

std::string whyOpenToAll(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0 || (status.st_mode & 07U) == 0) {
        return {};
    }
    return "can be read by everybody (mode " + octal(status.st_mode) + "): chmod 600 " + file.string();
}

tl::expected<void, std::string> writeSecretFile(const std::filesystem::path& file, const crypto::Secret& content) {
    const auto name = file.string();
    const File opened{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (opened.descriptor < 0) {
        return tl::unexpected{errno == EEXIST ? "\"" + name + "\" is there already and is left as it is"
                                              : "cannot make \"" + name + "\": " + std::strerror(errno)};
    }
    auto text = std::string{content.reveal()} + "\n";
    const auto written = ::write(opened.descriptor, text.data(), text.size());
    const bool good = written == static_cast<ssize_t>(text.size()) && ::fsync(opened.descriptor) == 0;
    crypto::wipe(text);
    if (!good) {
        const std::string why = std::strerror(errno);
        ::unlink(file.c_str());
        return tl::unexpected{"cannot write \"" + name + "\": " + why};
    }
    return {};
}

#else

tl::expected<crypto::Secret, std::string> readSecretFile(const std::filesystem::path& file, bool) {
    std::ifstream in{file, std::ios::binary};
    std::string text(longest, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    auto secret = withoutLineEnd(std::move(text));
    if (secret.empty()) {
        return tl::unexpected{"cannot read \"" + file.string() + "\", or it is empty"};
    }
    return secret;
}

std::string whyOpenToAll(const std::filesystem::path&) {
    return {};
}

tl::expected<void, std::string> writeSecretFile(const std::filesystem::path& file, const crypto::Secret& content) {
    if (std::filesystem::exists(file)) {
        return tl::unexpected{"\"" + file.string() + "\" is there already and is left as it is"};
    }
    std::ofstream out{file, std::ios::binary};
    out << content.reveal() << "\n";
    if (!out.flush()) {
        return tl::unexpected{"cannot write \"" + file.string() + "\""};
    }
    return {};
}

#endif

}  // namespace verdesk::backend
