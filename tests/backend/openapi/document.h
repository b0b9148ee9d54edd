#pragma once
// docs/api/openapi.yaml as JSON, and checking a value against one of its schemas.
//
// The checker knows the words of JSON Schema that the document uses; one that it does not know is an error, so that
// nothing goes unchecked. An object with `properties` is closed: what the backend answers and the document does not
// know is a fault of the document.

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace verdesk::backend::test {

class Document {
public:
    // The project's own document. Throws where it cannot be read.
    Document();

    struct Operation {
        std::string method;  // "GET"
        std::string path;    // "/api/v1/cases/{id}"
        std::string id;
        std::string listener;
        bool needsSession = true;
        bool needsKey = false;
        nlohmann::json json;
    };
    const std::vector<Operation>& operations() const {
        return operations_;
    }
    const Operation& operation(const std::string& id) const;
    // What the server itself may answer, at any address: by status, the codes.
    const nlohmann::json& codesOfServer() const {
        return document_.at("x-codes");
    }

    // What is wrong with an answer of that operation: an undocumented status or code, or a body that is not as its
    // schema says. Empty where all is well.
    std::vector<std::string> faultsOf(const Operation& operation, int status, const std::string& contentType,
                                      const std::string& body) const;
    std::vector<std::string> faultsOf(const nlohmann::json& schema, const nlohmann::json& value) const;

private:
    void check(const nlohmann::json& schema, const nlohmann::json& value, const std::string& where,
               std::vector<std::string>& faults, bool closed = true) const;
    void checkObject(const nlohmann::json& schema, const nlohmann::json& value, const std::string& where,
                     std::vector<std::string>& faults, bool closed) const;
    const nlohmann::json& resolve(const nlohmann::json& schema) const;
    std::vector<std::string> propertiesOf(const nlohmann::json& schema) const;

    nlohmann::json document_;
    std::vector<Operation> operations_;
};

}  // namespace verdesk::backend::test
