#include "crypto/password.h"

#include "crypto/digest.h"
#include "crypto/random.h"

#include <openssl/evp.h>

#include <charconv>
#include <stdexcept>
#include <vector>

namespace verdesk::crypto {
namespace {

constexpr std::size_t saltSize = 16;
constexpr std::size_t hashSize = 32;
// What a stored text may ask of us: far above any cost that we choose, far below what would stop the machine.
constexpr std::uint64_t maxMemory = 512ULL * 1024 * 1024;
constexpr std::uint32_t maxParallel = 64;

std::optional<Bytes> scrypt(const Secret& password, ByteView salt, ScryptCost cost, std::size_t size) {
    Bytes hash(size);
    const auto text = password.reveal();
    const bool done = EVP_PBE_scrypt(text.data(), text.size(), salt.data(), salt.size(), cost.n, cost.r, cost.p,
                                     maxMemory, hash.data(), hash.size()) == 1;
    return done ? std::optional{std::move(hash)} : std::nullopt;
}

template <class Number>
bool read(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    for (auto at = text.find('$'); at != std::string_view::npos; at = text.find('$')) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

}  // namespace

std::string hashPassword(const Secret& password, ScryptCost cost) {
    const auto salt = randomBytes(saltSize);
    const auto hash = scrypt(password, salt, cost, hashSize);
    if (!hash) {
        throw std::invalid_argument{"scrypt does not work at this cost"};
    }
    return "scrypt$" + std::to_string(cost.n) + "$" + std::to_string(cost.r) + "$" + std::to_string(cost.p) + "$" +
           toBase64(salt) + "$" + toBase64(*hash);
}

bool checkPassword(const Secret& password, std::string_view hash) {
    const auto parts = split(hash);
    ScryptCost cost;
    if (parts.size() != 6 || parts[0] != "scrypt" || !read(parts[1], cost.n) || !read(parts[2], cost.r) ||
        !read(parts[3], cost.p) || cost.p > maxParallel) {
        return false;
    }
    const auto salt = fromBase64(parts[4]);
    const auto expected = fromBase64(parts[5]);
    // A shorter hash is the beginning of the longer one: what lost its end must not pass as a weaker hash.
    if (!salt || !expected || expected->size() < hashSize) {
        return false;
    }
    const auto actual = scrypt(password, *salt, cost, expected->size());
    return actual && equalInConstantTime(*actual, *expected);
}

}  // namespace verdesk::crypto
