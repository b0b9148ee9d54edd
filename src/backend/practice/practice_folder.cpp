#include "backend/practice/practice_folder.h"

#include "backend/config/secret_file.h"
#include "crypto/seal.h"

#include <boost/interprocess/sync/file_lock.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace verdesk::backend {
namespace {

namespace fs = std::filesystem;

constexpr const char* mark = "verdesk-practice";  // says that the folder is practice's, and is what is locked

// Everything that practice puts into its folder besides the mark and keys.
constexpr std::array made{"practice.db",  "practice.db-wal",  "practice.db-shm",
                          "sandbox.json", "sandbox.json.new", "ports"};

void removeMade(const fs::path& folder) {
    for (const auto* name : made) {
        fs::remove(folder / name);
    }
    std::vector<fs::path> keys;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ".key") {
            keys.push_back(entry.path());
        }
    }
    for (const auto& key : keys) {
        fs::remove(key);
    }
}

crypto::Secret readOrMake(const fs::path& file, crypto::Secret fresh) {
    if (!fs::exists(file)) {
        if (const auto written = writeSecretFile(file, fresh); !written) {
            throw std::runtime_error{written.error()};
        }
        return fresh;
    }
    auto found = readSecretFile(file);
    if (!found) {
        throw std::runtime_error{found.error()};
    }
    return std::move(*found);
}

void makeFolder(const fs::path& folder) {
    std::error_code error;
    const bool fresh = fs::create_directories(folder, error);
    if (error) {
        throw std::runtime_error{"cannot make the folder \"" + folder.string() + "\": " + error.message()};
    }
    if (!fs::exists(folder / mark) && !fresh && !fs::is_empty(folder)) {
        throw std::runtime_error{"the folder \"" + folder.string() +
                                 "\" holds something else than practice data: choose another with --data"};
    }
    fs::permissions(folder, fs::perms::owner_all, error);
    std::ofstream{folder / mark, std::ios::app};
}

}  // namespace

struct PracticeFolder::Lock {
    explicit Lock(const fs::path& file) : lock{file.string().c_str()} {}
    boost::interprocess::file_lock lock;
};

PracticeFolder::PracticeFolder(fs::path folder, bool reset) : folder_{fs::absolute(folder)} {
    makeFolder(folder_);
    lock_ = std::make_unique<Lock>(folder_ / mark);
    if (!lock_->lock.try_lock()) {
        throw std::runtime_error{"another practice uses the folder \"" + folder_.string() +
                                 "\": end it, or choose another with --data"};
    }
    if (reset) {
        removeMade(folder_);
    }
}

PracticeFolder::~PracticeFolder() = default;

crypto::Secret PracticeFolder::master() const {
    return readOrMake(folder_ / "master.key", crypto::Secret{crypto::toBase64(crypto::Key::random().bytes())});
}

PracticeFolder::Ports PracticeFolder::lastPorts() const {
    std::ifstream in{folder_ / "ports"};
    Ports ports;
    return in >> ports.sandbox >> ports.publicSide ? ports : Ports{};
}

void PracticeFolder::keepPorts(Ports ports) const {
    std::ofstream{folder_ / "ports"} << ports.sandbox << " " << ports.publicSide << "\n";
}

fs::path usualPracticeFolder() {
    const auto variable = [](const char* name) -> fs::path {
        const char* value = std::getenv(name);
        return value == nullptr ? fs::path{} : fs::path{value};
    };
    fs::path base;
#if defined(_WIN32)
    base = variable("LOCALAPPDATA");
#elif defined(__APPLE__)
    base = variable("HOME") / "Library" / "Application Support";
#else
    base = variable("XDG_DATA_HOME");
    if (!base.is_absolute()) {
        base = variable("HOME") / ".local" / "share";
    }
#endif
    if (!base.is_absolute()) {
        throw std::runtime_error{"there is no home folder here: say where practice data belongs with --data"};
    }
    return base / "verdesk" / "practice";
}

}  // namespace verdesk::backend
