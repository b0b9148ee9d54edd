#pragma once
// One bank with an account at every provider: what its backend and the providers' doubles are told of each other.

#include "backend/store/transaction.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace verdesk::test {

struct Listeners {
    std::uint16_t staff = 0;
    std::uint16_t publicSide = 0;
    std::uint16_t ops = 0;
};

std::string localOrigin(std::uint16_t port);

class Bank {
public:
    explicit Bank(Listeners listeners);  // makes a pair of keys for Passbase's metadata

    // By the name of the file that the configuration reads it from.
    const std::map<std::string, std::string>& secrets() const {
        return secrets_;
    }
    // The line of settings for the sandbox.
    nlohmann::json sandboxSettings() const;
    // The backend's, which finds its files in that folder. `sandbox`: what the sandbox said when it was ready.
    std::string config(const std::string& folder, backend::store::Engine engine, const nlohmann::json& sandbox) const;

private:
    std::string hookUrl(const char* provider, const char* segment) const;

    Listeners listeners_;
    std::map<std::string, std::string> secrets_;
    std::string metadataPublicKey_;  // PEM
};

}  // namespace verdesk::test
