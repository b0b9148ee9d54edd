#include "backend/config/table.h"

#include <algorithm>
#include <sstream>

namespace verdesk::backend {
namespace {

int lineOfNode(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

nlohmann::json jsonOf(const toml::node& node) {
    if (const auto* table = node.as_table()) {
        auto out = nlohmann::json::object();
        for (const auto& [key, value] : *table) {
            out[std::string{key.str()}] = jsonOf(value);
        }
        return out;
    }
    if (const auto* array = node.as_array()) {
        auto out = nlohmann::json::array();
        for (const auto& value : *array) {
            out.push_back(jsonOf(value));
        }
        return out;
    }
    if (const auto* text = node.as_string()) {
        return text->get();
    }
    if (const auto* integer = node.as_integer()) {
        return integer->get();
    }
    if (const auto* number = node.as_floating_point()) {
        return number->get();
    }
    if (const auto* flag = node.as_boolean()) {
        return flag->get();
    }
    std::ostringstream text;
    node.visit([&text](const auto& value) {
        if constexpr (toml::is_date<decltype(value)> || toml::is_time<decltype(value)> ||
                      toml::is_date_time<decltype(value)>) {
            text << value.get();
        }
    });
    return text.str();
}

}  // namespace

Table::Table(const toml::table* table, std::string path, int line, Mistakes& mistakes)
    : table_{table}, path_{std::move(path)}, line_{line}, mistakes_{&mistakes} {}

bool Table::has(const std::string& key) const {
    return table_ != nullptr && table_->contains(key);
}

int Table::lineOf(const std::string& key) const {
    const auto* found = table_ == nullptr ? nullptr : table_->get(key);
    return found == nullptr ? line_ : lineOfNode(*found);
}

std::string Table::pathOf(const std::string& key) const {
    return path_.empty() || key.empty() ? path_ + key : path_ + "." + key;
}

void Table::complain(const std::string& key, std::string message) const {
    mistakes_->add(lineOf(key), pathOf(key), std::move(message));
}

void Table::complainOnce(const std::string& key, std::string message) const {
    if (!mistakes_->about(pathOf(key))) {
        complain(key, std::move(message));
    }
}

void Table::complainAt(const toml::node& node, const std::string& key, std::string message) const {
    mistakes_->add(lineOfNode(node), pathOf(key), std::move(message));
}

const toml::node* Table::node(const std::string& key) {
    asked_.push_back(key);
    return table_ == nullptr ? nullptr : table_->get(key);
}

std::optional<std::string> Table::text(const std::string& key) {
    const auto* found = node(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (!found->is_string()) {
        complain(key, "must be a text in quotes");
        return std::nullopt;
    }
    return found->as_string()->get();
}

std::optional<bool> Table::flag(const std::string& key) {
    const auto* found = node(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (!found->is_boolean()) {
        complain(key, "must be true or false");
        return std::nullopt;
    }
    return found->as_boolean()->get();
}

std::optional<std::int64_t> Table::integer(const std::string& key, std::int64_t low, std::int64_t high) {
    const auto* found = node(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto* given = found->as_integer();
    if (given == nullptr || given->get() < low || given->get() > high) {
        complain(key, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
        return std::nullopt;
    }
    return given->get();
}

std::optional<double> Table::number(const std::string& key, double low, double high) {
    const auto* found = node(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto given = found->value<double>();
    if (!given || found->is_boolean() || !(*given >= low && *given <= high)) {
        std::ostringstream range;
        range << "must be a number from " << low << " to " << high;
        complain(key, range.str());
        return std::nullopt;
    }
    return given;
}

std::vector<std::string> Table::texts(const std::string& key) {
    std::vector<std::string> all;
    const auto* found = node(key);
    if (found == nullptr) {
        return all;
    }
    const auto* array = found->as_array();
    if (array == nullptr) {
        complain(key, "must be a list of texts: [\"...\", \"...\"]");
        return all;
    }
    for (const auto& each : *array) {
        if (const auto* given = each.as_string()) {
            all.push_back(given->get());
        } else {
            complainAt(each, key, "must hold texts in quotes and nothing else");
        }
    }
    return all;
}

Localized Table::localized(const std::string& key) {
    Localized out;
    const auto* found = node(key);
    if (found == nullptr) {
        return out;
    }
    const auto* byLanguage = found->as_table();
    if (byLanguage == nullptr) {
        complain(key, "must have a text per language: { en = \"...\", de = \"...\" }");
        return out;
    }
    for (const auto& [language, value] : *byLanguage) {
        if (const auto* given = value.as_string(); given != nullptr && !given->get().empty()) {
            out.byLanguage[std::string{language.str()}] = given->get();
        } else {
            complainAt(value, key + "." + std::string{language.str()}, "must be a text in quotes, and not empty");
        }
    }
    return out;
}

std::string Table::requiredText(const std::string& key, const std::string& hint) {
    const auto given = text(key);
    if (!has(key)) {
        complain(key, "is missing: " + hint);
    } else if (given && given->empty()) {
        complain(key, "is empty: " + hint);
    }
    return given.value_or("");
}

Localized Table::requiredLocalized(const std::string& key, const std::vector<std::string>& languages) {
    if (!has(key)) {
        asked_.push_back(key);
        complain(key, "is missing: give a text per language, { en = \"...\" }");
        return {};
    }
    auto out = localized(key);
    for (const auto& language : languages) {
        if (out.byLanguage.find(language) == out.byLanguage.end()) {
            complain(key, "has no text for \"" + language + "\", which is one of institution.languages");
        }
    }
    return out;
}

Table Table::table(const std::string& key) {
    const auto* found = node(key);
    if (found != nullptr && !found->is_table()) {
        complain(key, "must be a table: [" + pathOf(key) + "]");
        found = nullptr;
    }
    return {found == nullptr ? nullptr : found->as_table(), pathOf(key), lineOf(key), *mistakes_};
}

std::vector<std::string> Table::keys() const {
    std::vector<std::pair<toml::source_position, std::string>> found;
    if (table_ != nullptr) {
        for (const auto& [key, value] : *table_) {
            found.emplace_back(key.source().begin, key.str());
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> names;
    names.reserve(found.size());
    for (auto& each : found) {
        names.push_back(std::move(each.second));
    }
    return names;
}

std::vector<std::pair<std::string, Table>> Table::tables() {
    std::vector<std::pair<std::string, Table>> all;
    for (const auto& key : keys()) {
        if (auto each = table(key); each.present()) {
            all.emplace_back(key, std::move(each));
        }
    }
    return all;
}

nlohmann::json Table::options(const std::vector<std::string>& known) {
    auto out = nlohmann::json::object();
    for (const auto& key : known) {
        if (const auto* found = node(key)) {
            out[key] = jsonOf(*found);
        }
    }
    return out;
}

void Table::finish() {
    for (const auto& key : keys()) {
        if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) {
            const auto meant = didYouMean(key, asked_);
            complain(key, "is not a setting that Verdesk knows" + (meant.empty() ? "; remove it" : meant));
        }
    }
}

}  // namespace verdesk::backend
