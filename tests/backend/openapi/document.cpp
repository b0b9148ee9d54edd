#include "tests/backend/openapi/document.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>
#include <stdexcept>

namespace verdesk::backend::test {
namespace {

using nlohmann::json;

// A plain scalar is what YAML's core schema makes of it; a quoted one is a text.
json scalarOf(const YAML::Node& node) {
    const auto& text = node.Scalar();
    if (node.Tag() == "!") {
        return text;
    }
    if (text == "true" || text == "false") {
        return text == "true";
    }
    if (text.empty() || text == "null" || text == "~") {
        return nullptr;
    }
    static const std::regex integer{"-?[0-9]+"};
    static const std::regex number{R"(-?[0-9]+\.[0-9]+)"};
    if (std::regex_match(text, integer)) {
        return std::stoll(text);
    }
    if (std::regex_match(text, number)) {
        return std::stod(text);
    }
    return text;
}

json jsonOf(const YAML::Node& node) {
    switch (node.Type()) {
        case YAML::NodeType::Map: {
            auto out = json::object();
            for (const auto& each : node) {
                out[each.first.Scalar()] = jsonOf(each.second);
            }
            return out;
        }
        case YAML::NodeType::Sequence: {
            auto out = json::array();
            for (const auto& each : node) {
                out.push_back(jsonOf(each));
            }
            return out;
        }
        case YAML::NodeType::Scalar:
            return scalarOf(node);
        default:
            return nullptr;
    }
}

bool isType(const std::string& type, const json& value) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
           (type == "integer" && value.is_number_integer()) || (type == "number" && value.is_number()) ||
           (type == "null" && value.is_null());
}

bool hasFormat(const std::string& format, const std::string& text) {
    static const std::regex uuid{"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"};
    static const std::regex dateTime{R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"};
    static const std::regex date{R"(\d{4}-\d\d-\d\d)"};
    static const std::regex uri{R"([a-z]+://[^\s]+)"};
    if (format == "uuid") {
        return std::regex_match(text, uuid);
    }
    if (format == "date-time") {
        return std::regex_match(text, dateTime);
    }
    if (format == "date") {
        return std::regex_match(text, date);
    }
    if (format == "uri") {
        return std::regex_match(text, uri);
    }
    throw std::logic_error{"the checker does not know the format " + format};
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

}  // namespace

Document::Document() : document_(jsonOf(YAML::LoadFile(VERDESK_OPENAPI))) {
    for (const auto& [path, methods] : document_.at("paths").items()) {
        for (const auto& [method, each] : methods.items()) {
            Operation operation{upper(method), path, each.at("operationId"), each.at("x-listener"), true, false, each};
            operation.needsSession = !each.contains("security");
            for (const auto& parameter : each.value("parameters", json::array())) {
                operation.needsKey |= resolve(parameter).at("name") == "Idempotency-Key";
            }
            operations_.push_back(std::move(operation));
        }
    }
}

const Document::Operation& Document::operation(const std::string& id) const {
    const auto found =
        std::find_if(operations_.begin(), operations_.end(), [&](const auto& each) { return each.id == id; });
    if (found == operations_.end()) {
        throw std::logic_error{"the document has no operation " + id};
    }
    return *found;
}

const json& Document::resolve(const json& schema) const {
    if (!schema.is_object() || !schema.contains("$ref")) {
        return schema;
    }
    return resolve(document_.at(json::json_pointer{schema.at("$ref").get<std::string>().substr(1)}));
}

std::vector<std::string> Document::propertiesOf(const json& schema) const {
    const auto& at = resolve(schema);
    std::vector<std::string> names;
    const auto properties = at.value("properties", json::object());
    for (const auto& [name, each] : properties.items()) {
        names.push_back(name);
    }
    for (const auto& part : at.value("allOf", json::array())) {
        const auto more = propertiesOf(part);
        names.insert(names.end(), more.begin(), more.end());
    }
    return names;
}

void Document::checkObject(const json& schema, const json& value, const std::string& where,
                           std::vector<std::string>& faults, bool closed) const {
    for (const auto& name : schema.value("required", json::array())) {
        if (!value.contains(name.get<std::string>())) {
            faults.push_back(where + "." + name.get<std::string>() + " is missing");
        }
    }
    const auto properties = schema.value("properties", json::object());
    for (const auto& [name, each] : value.items()) {
        if (properties.contains(name)) {
            check(properties.at(name), each, where + "." + name, faults);
        } else if (schema.contains("additionalProperties")) {
            check(schema.at("additionalProperties"), each, where + "." + name, faults);
        }
    }
    if (!closed || schema.contains("additionalProperties")) {
        return;
    }
    const auto known = propertiesOf(schema);
    for (const auto& [name, each] : value.items()) {
        if (!known.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
            faults.push_back(where + "." + name + " is not in the document");
        }
    }
}

void Document::check(const json& unresolved, const json& value, const std::string& where,
                     std::vector<std::string>& faults, bool closed) const {
    const auto& schema = resolve(unresolved);
    static const std::set<std::string> known{"type",
                                             "properties",
                                             "required",
                                             "items",
                                             "enum",
                                             "const",
                                             "oneOf",
                                             "allOf",
                                             "pattern",
                                             "format",
                                             "minLength",
                                             "maxLength",
                                             "minimum",
                                             "maximum",
                                             "minItems",
                                             "description",
                                             "default",
                                             "$ref",
                                             "additionalProperties"};
    for (const auto& [word, each] : schema.items()) {
        if (known.count(word) == 0) {
            throw std::logic_error{"the checker does not know the word " + word};
        }
    }
    const auto wrong = [&](const std::string& why) { faults.push_back(where + " " + why); };
    if (schema.contains("type") && !isType(schema.at("type"), value)) {
        wrong("is no " + schema.at("type").get<std::string>());
        return;
    }
    if (schema.contains("const") && value != schema.at("const")) {
        wrong("is not " + schema.at("const").dump());
    }
    if (schema.contains("enum")) {
        const auto& words = schema.at("enum");
        if (std::find(words.begin(), words.end(), value) == words.end()) {
            wrong("is " + value.dump() + ", none of " + words.dump());
        }
    }
    if (value.is_string()) {
        const auto text = value.get<std::string>();
        if (schema.contains("pattern") &&
            !std::regex_search(text, std::regex{schema.at("pattern").get<std::string>()})) {
            wrong("does not match the pattern");
        }
        if (schema.contains("format") && !hasFormat(schema.at("format"), text)) {
            wrong("is no " + schema.at("format").get<std::string>());
        }
        if (text.size() < schema.value("minLength", std::size_t{0}) ||
            text.size() > schema.value("maxLength", text.size())) {
            wrong("has the wrong length");
        }
    }
    if (value.is_number() && (value.get<double>() < schema.value("minimum", -HUGE_VAL) ||
                              value.get<double>() > schema.value("maximum", HUGE_VAL))) {
        wrong("is out of range");
    }
    if (value.is_array()) {
        if (value.size() < schema.value("minItems", std::size_t{0})) {
            wrong("has too few items");
        }
        for (std::size_t i = 0; i < value.size() && schema.contains("items"); ++i) {
            check(schema.at("items"), value[i], where + "[" + std::to_string(i) + "]", faults);
        }
    }
    if (value.is_object()) {
        checkObject(schema, value, where, faults, closed);
    }
    for (const auto& part : schema.value("allOf", json::array())) {
        check(part, value, where, faults, false);  // closed over all parts together
    }
    if (schema.contains("oneOf")) {
        int fitting = 0;
        std::string why;
        for (const auto& choice : schema.at("oneOf")) {
            std::vector<std::string> own;
            check(choice, value, where, own);
            fitting += own.empty() ? 1 : 0;
            why += own.empty() ? "" : "\n    " + own.front();
        }
        if (fitting != 1) {
            wrong("fits " + std::to_string(fitting) + " of the choices:" + why);
        }
    }
}

std::vector<std::string> Document::faultsOf(const json& schema, const json& value) const {
    std::vector<std::string> faults;
    check(schema, value, "body", faults);
    return faults;
}

std::vector<std::string> Document::faultsOf(const Operation& operation, int status, const std::string& contentType,
                                            const std::string& body) const {
    const auto name = operation.id + " " + std::to_string(status);
    const auto& responses = operation.json.at("responses");
    const auto word = std::to_string(status);
    const auto codes = operation.json.value("x-codes", json::object());
    if (!responses.contains(word) && !codes.contains(word)) {
        return {name + ": the status is not in the document; " + body};
    }
    const auto& response = resolve(responses.contains(word) ? responses.at(word) : responses.at("default"));
    if (!response.contains("content")) {
        return body.empty() ? std::vector<std::string>{} : std::vector{name + ": there should be no body"};
    }
    const auto type = contentType.substr(0, contentType.find(';'));
    if (!response.at("content").contains(type)) {
        return {name + ": " + type + " is not in the document"};
    }
    if (type.starts_with("text/")) {
        return {};
    }
    const auto value = json::parse(body, nullptr, false);
    std::vector<std::string> faults;
    check(response.at("content").at(type).at("schema"), value, name, faults);
    if (type == "application/problem+json" && faults.empty()) {
        const auto& known = codes.at(word);
        if (std::find(known.begin(), known.end(), value.at("code")) == known.end()) {
            faults.push_back(name + ": the code " + value.at("code").dump() + " is not in the document");
        }
        if (value.at("status") != status) {
            faults.push_back(name + ": the body says another status");
        }
    }
    return faults;
}

}  // namespace verdesk::backend::test
