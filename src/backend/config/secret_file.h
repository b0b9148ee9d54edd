#pragma once
// A file that holds a secret: nobody but its owner may read it, and its owner is us or root. On Windows, where files
// have no such mode, the folder's access list is the administrator's matter.

#include "crypto/secret.h"

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace verdesk::backend {

// The content without the line end after it. The error says what is wrong and how to put it right, and never quotes
// the content. `checkMode` is off for files that systemd hands over.
tl::expected<crypto::Secret, std::string> readSecretFile(const std::filesystem::path& file, bool checkMode = true);

// For a key whose readers may be a group as well, as that of a certificate often is: why everybody may read the file.
// Empty where that is not so.
std::string whyOpenToAll(const std::filesystem::path& file);

// Makes a new file with mode 0600; an existing one is never touched. The error says why not.
tl::expected<void, std::string> writeSecretFile(const std::filesystem::path& file, const crypto::Secret& content);

}  // namespace verdesk::backend
