#pragma once
// Collects what is wrong with a configuration instead of stopping at the first mistake.

#include "contract/json_reader.h"
#include "providers/provider.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace verdesk::providers {

// The options as a table: no options at all come as null.
const nlohmann::json& tableOf(const nlohmann::json& options);

class Findings {
public:
    explicit Findings(ConfigProblem::Where where) : where_{where} {}

    void add(std::string key, std::string message) {
        problems_.push_back({where_, std::move(key), std::move(message)});
    }
    // The member as `read` reads it; a wrong type is noted.
    template <class Read>
    auto take(Read read) -> decltype(read()) {
        try {
            return read();
        } catch (const MemberError& error) {
            add(error.member(), error.problem());
            return {};
        }
    }
    // Each notes the member of the options that is not as it has to be; one that is missing is not looked at.
    void baseUrl(const JsonReader& options, const char* key);
    void path(const JsonReader& options, const char* key);
    void range(const JsonReader& options, const char* key, std::int64_t low, std::int64_t high);
    // A list of exact origins: https, or http on this machine.
    void origins(const JsonReader& options, const char* key);
    // A list of words, all of them among `known`.
    void words(const JsonReader& options, const char* key, const std::vector<std::string>& known);
    // Something that the provider gave us for an id: it is needed, and goes into headers and addresses.
    void publicId(const JsonReader& options, const char* key, const std::string& hint);
    // The same of a secret; it is never shown.
    void secret(const Account& account, const char* key, const std::string& hint);

    std::vector<ConfigProblem> problems() && {
        return std::move(problems_);
    }

private:
    ConfigProblem::Where where_;
    std::vector<ConfigProblem> problems_;
};

// Printable ASCII without blanks: what may stand in a header.
bool isOneWord(std::string_view text);

// A path such as /api/bridge, or nothing at all.
bool isPath(std::string_view text);

// Throws the ProviderError(configuration) of the first one, if there is one.
void requireNone(const std::vector<ConfigProblem>& problems);

// Notes every launch that the provider cannot do, and that there is none. `words`: "qr and token".
void checkLaunches(Findings& found, const FlowOptions& flow, const ProviderInfo& info);
// Notes every claim that it cannot prove.
void checkAsks(Findings& found, const FlowOptions& flow, const ProviderInfo& info);

}  // namespace verdesk::providers
