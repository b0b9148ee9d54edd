#include "tests/providers/authenteq/fixture.h"

namespace verdesk::test {

AuthenteqFixture::AuthenteqFixture() {
    account.id = "authenteq-main";
    account.environment = Environment::sandbox;
    account.options = {{"client_id", "com.acme.bank"}};
    account.secrets["client_secret"].emplace_back("cs_test_0001");
    flow.id = "authenteq";
    flow.launches = {LaunchKind::redirect};
    flow.options = nlohmann::json::object();
}

void AuthenteqFixture::useWebIdv() {
    account.options["kind"] = "web_idv";
}

}  // namespace verdesk::test
