#include "backend/egress/http_client.h"

namespace verdesk::backend::egress {

TransportError::TransportError(Kind kind, bool mayHaveArrived, const std::string& what)
    : std::runtime_error{what}, kind_{kind}, mayHaveArrived_{mayHaveArrived} {}

}  // namespace verdesk::backend::egress
