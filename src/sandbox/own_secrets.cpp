#include "sandbox/own_secrets.h"

#include "crypto/digest.h"
#include "crypto/random.h"

namespace verdesk::sandbox {

void OwnSecrets::add(const std::string& name, const std::optional<std::string>& given, const std::string& prefix) {
    const bool ours = !given || given->empty();
    kept_[name] = {crypto::Secret{ours ? prefix + crypto::randomToken(24) : *given}, ours};
}

const crypto::Secret& OwnSecrets::get(const std::string& name) const {
    return kept_.at(name).secret;
}

std::string OwnSecrets::text(const std::string& name) const {
    return std::string{get(name).reveal()};
}

bool OwnSecrets::is(const std::string& name, std::string_view presented) const {
    return crypto::equalInConstantTime(crypto::viewOf(presented), get(name).bytes());
}

Json OwnSecrets::made() const {
    Json list = Json::object();
    for (const auto& [name, kept] : kept_) {
        if (kept.ours) {
            list[name] = kept.secret.reveal();
        }
    }
    return list;
}

void OwnSecrets::restore(const Json& made) {
    for (auto& [name, kept] : kept_) {
        const auto found = made.find(name);
        if (kept.ours && found != made.end() && found->is_string()) {
            kept.secret = crypto::Secret{found->get<std::string>()};
        }
    }
}

}  // namespace verdesk::sandbox
