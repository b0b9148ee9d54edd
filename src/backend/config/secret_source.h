#pragma once
// Where a secret was read from; never what it is.

#include <string>

namespace verdesk::backend {

struct SecretSource {
    enum class Way { file, environment, credential } way = Way::file;
    std::string key;   // "accounts.passid.webhook_secret"
    std::string name;  // the file's path, the variable, or the credential
    bool operator==(const SecretSource&) const = default;
};

}  // namespace verdesk::backend
