#include "backend/auth/password_rules.h"

#include "contract/text_length.h"
#include "crypto/random.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace verdesk::backend {
namespace {

// Of those that are long enough, what stands at the top of every list of leaked passwords, in lower case.
constexpr std::array knownBad = {
    "123456789012",   "1234567890123",  "12345678901234",   "123123123123",     "111111111111",
    "000000000000",   "qwertyuiop12",   "qwertyuiop123",    "qwertyuiopasdf",   "qwertyuiop[]",
    "qwerty123456",   "1qaz2wsx3edc",   "1q2w3e4r5t6y",     "q1w2e3r4t5y6",     "asdfghjkl123",
    "zxcvbnm12345",   "abcdefghijkl",   "abcdefg12345",     "abc123abc123",     "password1234",
    "password12345",  "password123456", "passwordpassword", "password123!",     "passw0rd1234",
    "p@ssw0rd1234",   "letmein12345",   "letmeinletmein",   "iloveyou1234",     "iloveyouiloveyou",
    "welcome12345",   "welcomewelcome", "administrator",    "admin1234567",     "adminadminadmin",
    "administrator1", "changeme1234",   "changemeplease",   "trustno1trustno1", "correcthorsebatterystaple",
    "verdeskverdesk", "verdesk12345",   "northbridge123",   "bankbankbank",     "tellertellerteller",
    "officer123456",  "summer2024!!",   "winter2024!!",     "monkeymonkey",     "dragondragon",
    "sunshine1234",   "football1234",   "princess1234"};

std::string lower(std::string_view text) {
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

}  // namespace

std::optional<std::string> whyUnfit(const crypto::Secret& password, std::string_view name) {
    const auto text = password.reveal();
    if (characterCount(text) < shortestPassword) {
        return "The password is too short: at least " + std::to_string(shortestPassword) + " characters.";
    }
    if (text.size() > longestPassword) {
        return "The password is too long: at most " + std::to_string(longestPassword) + " bytes.";
    }
    auto folded = lower(text);
    const bool known = std::find(knownBad.begin(), knownBad.end(), folded) != knownBad.end();
    const bool oneCharacter = std::all_of(folded.begin(), folded.end(), [&](char c) { return c == folded.front(); });
    const bool isName =
        name.size() >= 4 && folded.find(lower(name)) != std::string::npos && folded.size() < name.size() + 8;
    crypto::wipe(folded);
    if (known || oneCharacter) {
        return "The password is one of those that are tried first: choose another.";
    }
    if (isName) {
        return "The password is little more than the name: choose another.";
    }
    return std::nullopt;
}

crypto::Secret makePassword() {
    auto letters = crypto::randomText(20, "abcdefghjkmnpqrstuvwxyz23456789");
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        text += i != 0 && i % 4 == 0 ? "-" : "";
        text += letters[i];
    }
    crypto::wipe(letters);
    return crypto::Secret{std::move(text)};
}

}  // namespace verdesk::backend
