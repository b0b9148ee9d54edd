#pragma once
// A table of a TOML file while it is read. It remembers which keys were asked for: what is left over at the end is a
// mistake. Every complaint goes to the list of mistakes with the line and the whole key, and reading goes on.

#include "backend/config/mistakes.h"

#include <toml++/toml.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace verdesk::backend {

class Table {
public:
    // `table` may be null: then every key is missing.
    Table(const toml::table* table, std::string path, int line, Mistakes& mistakes);

    bool present() const {
        return table_ != nullptr;
    }
    bool has(const std::string& key) const;
    // Where the key stands; the table's own line where it does not.
    int lineOf(const std::string& key) const;
    std::string pathOf(const std::string& key) const;
    void complain(const std::string& key, std::string message) const;
    void complainAt(const toml::node& node, const std::string& key, std::string message) const;

    // The same, unless something was said about that key already.
    void complainOnce(const std::string& key, std::string message) const;

    // Nothing where the key is missing, and, with a mistake noted, where it has another type or is out of range.
    std::optional<std::string> text(const std::string& key);
    std::optional<bool> flag(const std::string& key);
    std::optional<std::int64_t> integer(const std::string& key, std::int64_t low, std::int64_t high);
    std::optional<double> number(const std::string& key, double low, double high);
    std::vector<std::string> texts(const std::string& key);
    // A table of texts by language.
    Localized localized(const std::string& key);
    // The same; a missing key is a mistake, and so is an empty text.
    std::string requiredText(const std::string& key, const std::string& hint);
    Localized requiredLocalized(const std::string& key, const std::vector<std::string>& languages);

    Table table(const std::string& key);
    // Every member that is a table, by name, in the order of the file; others are mistakes.
    std::vector<std::pair<std::string, Table>> tables();
    // Every key in the order of the file.
    std::vector<std::string> keys() const;
    // The node itself, for readers of other shapes; null where missing. Counts as asked for.
    const toml::node* node(const std::string& key);
    // Those of `known` that are there, as JSON; dates and times as their text.
    nlohmann::json options(const std::vector<std::string>& known);
    // Everything that nobody asked for is a mistake.
    void finish();

private:
    const toml::table* table_;
    std::string path_;
    int line_;
    Mistakes* mistakes_;
    std::vector<std::string> asked_;
};

}  // namespace verdesk::backend
