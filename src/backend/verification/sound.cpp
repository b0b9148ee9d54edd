#include "backend/verification/sound.h"

#include "providers/answer.h"

namespace verdesk::backend {

bool isProviderKey(std::string_view text) {
    return providers::oneLine(text, longestProviderKey) == text;
}

void makeSound(providers::Begun& begun) {
    if (!isProviderKey(begun.providerKey)) {
        throw providers::ProviderError{Failure::providerBroken,
                                       "the provider named a session in a way that cannot be kept", begun.raw};
    }
}

void makeSound(providers::Progress& progress) {
    if (!isProviderKey(progress.providerKey)) {
        progress.providerKey.clear();
        progress.warnings.emplace_back("a provider named a session in a way that cannot be kept");
    }
}

}  // namespace verdesk::backend
