#include "tests/providers/passid/fixture.h"

namespace verdesk::test {

PassidFixture::PassidFixture() {
    account.id = "passid-main";
    account.environment = Environment::sandbox;
    account.options = {{"base_url", "https://api.passid.example"}};
    account.secrets["key"].emplace_back("sk_sandbox_test_0001");
    flow.id = "passid-full";
    flow.launches = {LaunchKind::qr};
    flow.options = nlohmann::json::object();
}

void PassidFixture::setWebhookSecrets(const std::vector<std::string>& secrets) {
    auto& list = account.secrets["webhook_secret"];
    list.clear();
    for (const auto& each : secrets) {
        list.emplace_back(each);
    }
}

}  // namespace verdesk::test
