#include "tests/providers/passport_io/fixture.h"

namespace verdesk::test {

PassportIoFixture::PassportIoFixture() {
    account.id = "passport-main";
    account.environment = Environment::sandbox;
    account.options = {{"client_id", "acme-bank"}};
    account.secrets["client_secret"].emplace_back("cs_test_0001");
    account.secrets["hook_segment"].emplace_back("0123456789abcdef0123456789abcdef");
    flow.id = "passport";
    flow.launches = {LaunchKind::widget};
    flow.options = nlohmann::json::object();
}

void PassportIoFixture::allowLogin() {
    account.options["login_client_id"] = "acme-login";
    account.secrets["login_client_secret"].emplace_back("ls_test_0001</script>");
    flow.launches = {LaunchKind::widget, LaunchKind::script};
}

}  // namespace verdesk::test
