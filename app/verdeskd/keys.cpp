#include "backend/config/secret_file.h"
#include "commands.h"
#include "crypto/seal.h"

#include <iostream>

namespace verdesk::verdeskd {

int keysInit(const std::filesystem::path& file) {
    const auto key = crypto::Key::random();
    const auto written = backend::writeSecretFile(file, crypto::Secret{crypto::toBase64(key.bytes())});
    if (!written) {
        std::cerr << "verdeskd: " << written.error() << "\n";
        return 1;
    }
    std::cout << "A new master key is in " << file.string() << ".\n"
              << "Keep a copy apart from the store's backups: without it nothing sealed can ever be read again.\n";
    return 0;
}

}  // namespace verdesk::verdeskd
