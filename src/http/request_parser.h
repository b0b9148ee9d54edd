#pragma once
// Private to src/http. Beast's parser, writing straight into our Request, and stricter: what two readers could read
// differently is an error (RFC 9112 sections 5.2, 6.1, 6.3). One parser a request.

#include "http/message.h"
#include "http/server.h"

#include <boost/beast/http/basic_parser.hpp>

namespace verdesk::http {

class RequestParser : public boost::beast::http::basic_parser<true> {
public:
    explicit RequestParser(const Limits& limits);

    // Why the last put() failed, where it was one of our own rules: the status to answer, and the reason in a sentence.
    struct Refusal {
        int status = 400;
        std::string_view why = "The request could not be read.";
    };
    // For the error that put() gave.
    Refusal refusal(const boost::beast::error_code& error) const;

    // put() of what follows the header, to the same end however it is cut: what stands around the chunks, a trailer
    // say, is never longer than a header may be. It takes nothing, and needs more, where a chunked body starts with its
    // end and that is cut after four bytes: there Beast 1.81 has an assertion that does not hold (boostorg/beast pull
    // request 2861, in Boost 1.86).
    std::size_t putBody(const boost::asio::const_buffer& bytes, boost::beast::error_code& error);

    bool expectsContinue() const {
        return expectsContinue_;
    }
    // method, target, path, query, headers and body; `rawPath` is the path still encoded.
    Request& request() {
        return request_;
    }
    const std::string& rawPath() const {
        return rawPath_;
    }

private:
    using error_code = boost::beast::error_code;
    using Text = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb, Text method, Text target, int version, error_code& error) override;
    void on_response_impl(int, Text, int, error_code&) override;
    void on_field_impl(boost::beast::http::field field, Text name, Text value, error_code& error) override;
    void on_header_impl(error_code& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code& error) override;
    std::size_t on_body_impl(Text body, error_code& error) override;
    void on_chunk_header_impl(std::uint64_t size, Text extensions, error_code& error) override;
    std::size_t on_chunk_body_impl(std::uint64_t remain, Text body, error_code& error) override;
    void on_finish_impl(error_code& error) override;

    void refuse(int status, std::string_view why, error_code& error);

    std::size_t headerBytes_;
    std::size_t targetBytes_;
    Request request_;
    std::string rawPath_;
    int version_ = 11;
    int hosts_ = 0;
    int lengths_ = 0;
    int encodings_ = 0;
    bool headerDone_ = false;
    bool expectsContinue_ = false;
    bool hasChunk_ = false;
    std::optional<Refusal> refused_;
};

// The length of the empty lines before a request, which some clients send after a body (RFC 9112 section 2.2): they
// are no part of it. `searched` as headerEnd left it.
std::size_t emptyLinesBefore(std::string_view data, std::size_t& searched);

// One past the empty line that ends a header, or 0. `searched` is how far an earlier call came. An empty line that
// misses its carriage return ends the header too, and is refused afterwards.
std::size_t headerEnd(std::string_view data, std::size_t& searched);

// Beast joins folded lines without a word, and nobody else needs them: they are looked for in the bytes as they came,
// with bare line feeds, bare carriage returns and NULs. `header` ends with the empty line.
bool headerIsPlain(std::string_view header);

}  // namespace verdesk::http
