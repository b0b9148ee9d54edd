#include "backend/doctor/tls_look.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string_view>

namespace verdesk::backend::doctor {
namespace {

constexpr long longestMs = 10'000;
constexpr const char* mozillaRoots = "/usr/share/ca-certificates/mozilla";  // Debian's ca-certificates

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

// "Expire date:Jan  5 12:00:00 2027 GMT", of every certificate that was sent.
std::optional<Instant> firstEnd(CURL* easy) {
    curl_certinfo* chain = nullptr;
    std::optional<Instant> first;
    if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &chain) != CURLE_OK || chain == nullptr) {
        return first;
    }
    constexpr std::string_view name = "Expire date:";
    for (int i = 0; i < chain->num_of_certs; ++i) {
        for (const auto* line = chain->certinfo[i]; line != nullptr; line = line->next) {
            const std::string_view text{line->data};
            const auto end = text.starts_with(name) ? curl_getdate(line->data + name.size(), nullptr) : -1;
            if (end >= 0) {
                const Instant until{std::chrono::seconds{end}};
                first = first ? std::min(*first, until) : until;
            }
        }
    }
    return first;
}

bool isDistrust(CURLcode code) {
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_ISSUER_ERROR ||
           code == CURLE_SSL_INVALIDCERTSTATUS;
}

struct Handshake {
    CURLcode code = CURLE_FAILED_INIT;
    std::string why;
    std::optional<Instant> until;
};

Handshake shakeHands(const std::string& origin, const TlsWay& way, bool trusting) {
    const Easy easy{curl_easy_init(), curl_easy_cleanup};
    Handshake result;
    if (!easy) {
        return result;
    }
    std::array<char, CURL_ERROR_SIZE> error{};
    curl_easy_setopt(easy.get(), CURLOPT_URL, origin.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(easy.get(), CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_CERTINFO, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT_MS, longestMs);
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, error.data());
    // Set in any case: libcurl would read the environment otherwise.
    curl_easy_setopt(easy.get(), CURLOPT_PROXY, way.proxy.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_NOPROXY, "");
    curl_easy_setopt(easy.get(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy.get(), CURLOPT_SSL_VERIFYPEER, trusting ? 0L : 1L);
    curl_easy_setopt(easy.get(), CURLOPT_SSL_VERIFYHOST, trusting ? 0L : 2L);
    if (!way.roots.empty()) {
        curl_blob blob{const_cast<char*>(way.roots.data()), way.roots.size(), CURL_BLOB_NOCOPY};
        curl_easy_setopt(easy.get(), CURLOPT_CAPATH, nullptr);
        curl_easy_setopt(easy.get(), CURLOPT_CAINFO_BLOB, &blob);
    } else if (!way.caFile.empty()) {
        curl_easy_setopt(easy.get(), CURLOPT_CAINFO, way.caFile.c_str());
    }
    result.code = curl_easy_perform(easy.get());
    result.why = error[0] != '\0' ? error.data() : curl_easy_strerror(result.code);
    result.until = firstEnd(easy.get());
    return result;
}

}  // namespace

TlsLook lookAt(const std::string& origin, const TlsWay& way) {
    auto strict = shakeHands(origin, way, false);
    if (strict.code == CURLE_OK) {
        return {true, true, {}, strict.until};
    }
    TlsLook look{false, false, std::move(strict.why), strict.until};
    if (isDistrust(strict.code)) {
        look.reached = true;
        if (!look.until) {
            look.until = shakeHands(origin, way, true).until;  // to say whether it only ended
        }
    }
    return look;
}

std::string browserRoots() {
    std::stringstream all;
    std::error_code error;
    for (const auto& each : std::filesystem::directory_iterator{mozillaRoots, error}) {
        if (each.path().extension() == ".crt") {
            all << std::ifstream{each.path(), std::ios::binary}.rdbuf() << "\n";
        }
    }
    return all.str();
}

}  // namespace verdesk::backend::doctor
