#pragma once
// Bodies in and out. Reading throws BadBody, whose text names the member; whoever routes answers it with 400.

#include "http/message.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace verdesk::sandbox {

using Json = nlohmann::json;

struct BadBody : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// One JSON object, member by member. A member that is absent or null is nothing.
class Body {
public:
    // An empty text is an empty object.
    explicit Body(std::string_view text);
    static Body of(Json object);

    std::optional<std::string> text(const std::string& name, std::size_t maxLength = 500);
    std::optional<std::int64_t> integer(const std::string& name, std::int64_t min, std::int64_t max);
    std::optional<double> number(const std::string& name, double min, double max);
    std::optional<bool> flag(const std::string& name);
    std::optional<std::vector<std::string>> texts(const std::string& name);
    std::optional<Json> object(const std::string& name);
    std::optional<Json> list(const std::string& name);
    // One of a few words.
    std::optional<std::string> choice(const std::string& name, const std::vector<std::string>& words);
    // Refuses members that nobody asked about: for the control API, where a misspelt one would be a silent nothing.
    void refuseOthers() const;

    const Json& whole() const {
        return object_;
    }

private:
    Body() = default;
    void mustBeObject() const;
    const Json* member(const std::string& name);

    Json object_;
    std::set<std::string> asked_;
};

// Invalid UTF-8 is replaced instead of thrown at.
std::string textOf(const Json& value);
http::Response reply(int status, const Json& value);
// The control API's form of an error, {"success":false,"error":...}; `more` is merged in. It is PASSID's too, as far as
// that is known.
http::Response problem(int status, std::string_view error, const Json& more = Json::object());

}  // namespace verdesk::sandbox
