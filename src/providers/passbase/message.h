#pragma once
// What the button's page says when its part ends.

#include <string>
#include <variant>

namespace verdesk::providers::passbase {

// iframeSubmitted, iframeFinish: the customer sent in what was asked for. Says nothing about the result.
struct Submitted {
    std::string identity;
};
// iframeError
struct PageFailed {
    std::string code;  // "CANCELLED_BY_USER" ...
    std::string step;  // "CONSENT" ...; may be empty
    bool isCancelled() const {
        return code == "CANCELLED_BY_USER";
    }
};
struct Unreadable {
    std::string why;
};
using PageMessage = std::variant<Submitted, PageFailed, Unreadable>;

PageMessage readMessage(const std::string& text);

// What may be an identity's id: it goes into an address.
bool isIdentity(const std::string& text);

}  // namespace verdesk::providers::passbase
