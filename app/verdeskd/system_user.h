#pragma once
// Who sits at the machine itself, for the log: commands that read what is sealed say who called them.

#include <string>

namespace verdesk::verdeskd {

// The operating system's name of the user that runs this process; its number where it has none.
std::string systemUser();

}  // namespace verdesk::verdeskd
