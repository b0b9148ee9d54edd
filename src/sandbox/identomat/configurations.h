#pragma once
// Sessions that were saved under a config_id in Identomat's workflow builder. Pure.

#include "sandbox/body.h"

#include <map>
#include <string>

namespace verdesk::sandbox::identomat {

struct Configuration {
    std::string name;
    Json flags = Json::object();
    Json steps = Json::array();

    // {"name", "flags", "steps"}. Throws BadBody for what begin/ would not take either.
    static Configuration from(Body& body);
};

// 24 hexadecimal digits, as Identomat's are.
bool isConfigId(const std::string& id);

namespace configured {
constexpr auto person = "6a10f0c2b7d94e13a5c80e01";    // a document and a look into the camera
constexpr auto business = "6a10f0c2b7d94e13a5c80e02";  // KYB: a questionnaire, the company's data, its beneficiaries
constexpr auto place = "6a10f0c2b7d94e13a5c80e03";     // where the customer is, and a document
}  // namespace configured

// Those that there are from the start, by their ids.
std::map<std::string, Configuration> usualConfigurations();

}  // namespace verdesk::sandbox::identomat
