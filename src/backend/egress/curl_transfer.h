#pragma once
// Part of CurlClient: one request as libcurl knows it. Lives on the worker's thread.

#include "backend/egress/curl_worker.h"

#include <curl/curl.h>

#include <memory>
#include <string>

namespace verdesk::backend::egress {

class CurlTransfer {
public:
    // Throws TransportError(refused) for an address or a header that is not sent.
    CurlTransfer(std::shared_ptr<CurlCall> call, const CurlOptions& options);
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    CURL* easy() const {
        return easy_.get();
    }
    const std::shared_ptr<CurlCall>& call() const {
        return call_;
    }
    // What became of it, once libcurl is done with it.
    Outcome outcome(CURLcode result);

private:
    void setAddress(const CurlOptions& options);
    void setLimits(const CurlOptions& options);
    void setMessage();
    void addHeader(const Header& header);

    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static curl_socket_t onLocalSocket(void* self, curlsocktype purpose, curl_sockaddr* address);
    static curl_socket_t onOutsideSocket(void* self, curlsocktype purpose, curl_sockaddr* address);

    std::shared_ptr<CurlCall> call_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy_;
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_;
    HttpReply reply_;
    std::string host_;
    std::size_t mostBody_;
    std::size_t mostHeader_;
    std::size_t headerSize_ = 0;
    bool tooLarge_ = false;
    bool ledInside_ = false;
};

}  // namespace verdesk::backend::egress
