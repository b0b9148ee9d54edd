#include "backend/egress/curl_transfer.h"

#include "backend/egress/address.h"
#include "backend/egress/origin.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <cstring>
#include <optional>

#ifndef _WIN32
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace verdesk::backend::egress {
namespace {

using Kind = TransportError::Kind;

[[noreturn]] void refuse(const std::string& why) {
    throw TransportError{Kind::refused, false, why};
}

long inMilliseconds(std::chrono::milliseconds time) {
    // Zero would mean "without end".
    return static_cast<long>(std::max<std::chrono::milliseconds::rep>(1, time.count()));
}

// The address that a name was resolved to and that is connected to next; nothing for what is no internet address.
std::optional<boost::asio::ip::address> addressOf(const curl_sockaddr& address) {
    namespace ip = boost::asio::ip;
    if (address.family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &address.addr, sizeof in);
        return ip::address_v4{ntohl(in.sin_addr.s_addr)};
    }
    if (address.family == AF_INET6) {
        ip::address_v6::bytes_type bytes{};
        sockaddr_in6 in{};
        std::memcpy(&in, &address.addr, std::min<std::size_t>(address.addrlen, sizeof in));
        std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
        return ip::address_v6{bytes};
    }
    return std::nullopt;
}

curl_socket_t openSocket(const curl_sockaddr& address) {
#ifdef SOCK_CLOEXEC
    return socket(address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
#else
    return socket(address.family, address.socktype, address.protocol);
#endif
}

Kind kindOf(CURLcode result) {
    switch (result) {
        case CURLE_OPERATION_TIMEDOUT:
            return Kind::timeout;
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_INVALIDCERTSTATUS:
            return Kind::untrusted;
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_URL_MALFORMAT:
            return Kind::refused;
        default:
            return Kind::unreachable;
    }
}

}  // namespace

CurlTransfer::CurlTransfer(std::shared_ptr<CurlCall> call, const CurlOptions& options)
    : call_{std::move(call)},
      easy_{curl_easy_init(), curl_easy_cleanup},
      headers_{nullptr, curl_slist_free_all},
      mostBody_{call_->request().longestReply != 0 ? call_->request().longestReply : options.replyBytes},
      mostHeader_{options.headerBytes} {
    if (!easy_) {
        throw std::bad_alloc{};
    }
    setAddress(options);
    setLimits(options);
    setMessage();
}

void CurlTransfer::setAddress(const CurlOptions& options) {
    const auto& url = call_->request().url;
    const auto origin = originOf(url);
    const bool outside = call_->request().fromOutside;
    if (!origin || (!origin->secure && !origin->loopback && !outside)) {
        refuse("only https addresses are called, and http ones of this machine");
    }
    host_ = origin->host;
    curl_easy_setopt(easy(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy(), CURLOPT_PROTOCOLS_STR, origin->secure ? "https" : "http");
    curl_easy_setopt(easy(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy(), CURLOPT_PATH_AS_IS, 1L);
    // Set in any case: libcurl would read the environment otherwise.
    curl_easy_setopt(easy(), CURLOPT_PROXY, origin->loopback ? "" : options.proxy.c_str());
    curl_easy_setopt(easy(), CURLOPT_NOPROXY, "");
    curl_easy_setopt(easy(), CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy(), CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.caFile.empty()) {
        curl_easy_setopt(easy(), CURLOPT_CAINFO, options.caFile.c_str());
    }
    if (outside) {
        // A connection that is open already was made without this check, whatever its host's name.
        curl_easy_setopt(easy(), CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(easy(), CURLOPT_FORBID_REUSE, 1L);
        curl_easy_setopt(easy(), CURLOPT_PROXY, options.proxy.c_str());
        if (options.proxy.empty()) {  // else the connection is the proxy's: the driver looked at the host's name
            curl_easy_setopt(easy(), CURLOPT_OPENSOCKETFUNCTION, onOutsideSocket);
            curl_easy_setopt(easy(), CURLOPT_OPENSOCKETDATA, this);
        }
    } else if (!origin->secure) {
        curl_easy_setopt(easy(), CURLOPT_OPENSOCKETFUNCTION, onLocalSocket);
    }
}

void CurlTransfer::setLimits(const CurlOptions& options) {
    const auto deadline = std::min(call_->deadline(), options.totalTimeout);
    curl_easy_setopt(easy(), CURLOPT_TIMEOUT_MS, inMilliseconds(deadline));
    curl_easy_setopt(easy(), CURLOPT_CONNECTTIMEOUT_MS, inMilliseconds(std::min(deadline, options.connectTimeout)));
    curl_easy_setopt(easy(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy(), CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(easy(), CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy(), CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(easy(), CURLOPT_HEADERDATA, this);
}

void CurlTransfer::setMessage() {
    const auto& request = call_->request();
    if (request.method == "POST" || !request.body.empty()) {
        curl_easy_setopt(easy(), CURLOPT_POST, 1L);
        curl_easy_setopt(easy(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy(), CURLOPT_POSTFIELDS, request.body.c_str());  // not copied: the call keeps it
    }
    if (request.method != "GET" && request.method != "POST") {
        curl_easy_setopt(easy(), CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
    // libcurl quietly sends a request again where a kept connection turns out to be closed. One that must not happen
    // twice gets a connection of its own, for which that is never done.
    if (!request.repeatable && !request.replayable) {
        curl_easy_setopt(easy(), CURLOPT_FRESH_CONNECT, 1L);
    }
    for (const auto& header : request.headers) {
        addHeader(header);
    }
    addHeader({"User-Agent", std::string{"Verdesk/"} + VERDESK_VERSION});
    addHeader({"Expect", {}});  // no waiting for "100 Continue"
    curl_easy_setopt(easy(), CURLOPT_HTTPHEADER, headers_.get());
}

void CurlTransfer::addHeader(const Header& header) {
    const auto& [name, value] = header;
    const auto isNameCharacter = [](char c) {
        return c > ' ' && c < 127 && std::string_view{"\"(),/:;<=>?@[\\]{}"}.find(c) == std::string_view::npos;
    };
    if (name.empty() || !std::all_of(name.begin(), name.end(), isNameCharacter) ||
        value.find_first_of(std::string_view{"\r\n\0", 3}) != std::string::npos) {
        refuse("a header of the request has a character that no header takes");
    }
    // "Name:" would take the header out, "Name;" sends it empty. Only "Expect" is meant to be taken out.
    const auto line = name + (value.empty() ? (name == "Expect" ? ":" : ";") : ": " + value);
    auto* longer = curl_slist_append(headers_.get(), line.c_str());
    if (longer == nullptr) {
        throw std::bad_alloc{};
    }
    (void)headers_.release();
    headers_.reset(longer);
}

Outcome CurlTransfer::outcome(CURLcode result) {
    if (tooLarge_) {
        return TransportError{Kind::tooLarge, true, "the answer of " + host_ + " is too long"};
    }
    if (result == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
        reply_.status = static_cast<int>(status);
        return std::move(reply_);
    }
    if (ledInside_) {
        return TransportError{Kind::refused, false, host_ + " leads inside"};
    }
    long sent = 0;
    curl_easy_getinfo(easy(), CURLINFO_REQUEST_SIZE, &sent);
    return TransportError{kindOf(result), sent > 0, host_ + ": " + curl_easy_strerror(result)};
}

std::size_t CurlTransfer::onBody(char* data, std::size_t size, std::size_t count, void* self) {
    auto& transfer = *static_cast<CurlTransfer*>(self);
    if (transfer.reply_.body.size() + size * count > transfer.mostBody_) {
        transfer.tooLarge_ = true;
        return 0;
    }
    transfer.reply_.body.append(data, size * count);
    return size * count;
}

std::size_t CurlTransfer::onHeader(char* data, std::size_t size, std::size_t count, void* self) {
    auto& transfer = *static_cast<CurlTransfer*>(self);
    std::string_view line{data, size * count};
    transfer.headerSize_ += line.size();
    if (transfer.headerSize_ > transfer.mostHeader_) {
        transfer.tooLarge_ = true;
        return 0;
    }
    if (line.starts_with("HTTP/")) {
        transfer.reply_.headers.clear();  // those before were of an interim answer, or of the proxy
    }
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) {
        line.remove_suffix(1);
    }
    if (const auto colon = line.find(':'); colon != std::string_view::npos && !line.starts_with("HTTP/")) {
        auto value = line.substr(colon + 1);
        value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
        value = value.substr(0, value.find_last_not_of(" \t") + 1);
        transfer.reply_.headers.emplace_back(line.substr(0, colon), value);
    }
    return size * count;
}

// A name such as "localhost" must not lead plain http off this machine, whatever the resolver says.
curl_socket_t CurlTransfer::onLocalSocket(void*, curlsocktype, curl_sockaddr* address) {
    const auto to = addressOf(*address);
    return to && to->is_loopback() ? openSocket(*address) : CURL_SOCKET_BAD;
}

// And a name that somebody else gave us must not lead inside. This is the very address that is connected to.
curl_socket_t CurlTransfer::onOutsideSocket(void* self, curlsocktype, curl_sockaddr* address) {
    const auto to = addressOf(*address);
    if (to && isPublicAddress(*to)) {
        return openSocket(*address);
    }
    static_cast<CurlTransfer*>(self)->ledInside_ = true;
    return CURL_SOCKET_BAD;
}

}  // namespace verdesk::backend::egress
