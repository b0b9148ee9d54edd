#include "system_user.h"

#ifdef _WIN32
#include <windows.h>
#include <array>
#else
#include <pwd.h>
#include <unistd.h>

#include <vector>
#endif

namespace verdesk::verdeskd {

#ifdef _WIN32

std::string systemUser() {
    std::array<char, 257> name{};
    auto size = static_cast<DWORD>(name.size());
    return GetUserNameA(name.data(), &size) != 0 ? std::string{name.data()} : "unknown";
}

#else

std::string systemUser() {
    const auto id = ::getuid();
    std::vector<char> room(16 * 1024);
    struct passwd entry {};
    struct passwd* found = nullptr;
    if (::getpwuid_r(id, &entry, room.data(), room.size(), &found) == 0 && found != nullptr) {
        return found->pw_name;
    }
    return std::to_string(id);
}

#endif

}  // namespace verdesk::verdeskd
