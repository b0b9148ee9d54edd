#include "sandbox/passbase/models.h"

#include "crypto/bytes.h"

#include <charconv>

namespace verdesk::sandbox::passbase {

namespace {

constexpr std::string_view cursorMark = "id:";

Json owner(const Identity& identity) {
    const bool read = identity.processed.has_value();
    return {{"email", identity.email},
            {"first_name", read ? identity.datapoints.value("first_names", Json()) : Json()},
            {"last_name", read ? identity.datapoints.value("last_name", Json()) : Json()}};
}

Json resources(const Identity& identity) {
    Json list = Json::array();
    for (const auto& resource : identity.resources) {
        const bool document = resource.type != "FACE_VIDEO";
        list.push_back({{"type", resource.type},
                        {"datapoints", document && identity.processed ? identity.datapoints : Json::object()}});
    }
    return list;
}

}  // namespace

std::int64_t unixTime(Time time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

Json identityModel(const Identity& identity) {
    return {{"id", identity.key},
            {"status", identity.status},
            {"owner", owner(identity)},
            {"score", identity.processed ? identity.score : 0},
            {"created", unixTime(identity.created)},
            {"updated", unixTime(identity.updated)},
            {"resources", resources(identity)},
            {"metadata", identity.metadata},
            {"watchlist", identity.watchlist},
            {"network", {{"ip_address", identity.address}}}};
}

Json resourceModel(const Identity& identity, const Resource& resource) {
    const auto created = unixTime(identity.created);
    const auto updated = unixTime(identity.processed.value_or(identity.created));
    Json files = Json::array();
    for (const auto& file : resource.files) {
        files.push_back(
            {{"id", file.id}, {"type", file.type}, {"page", file.page}, {"created", created}, {"updated", updated}});
    }
    return {{"id", resource.id},     {"status", identity.processed ? "processed" : "processing"},
            {"type", resource.type}, {"created", created},
            {"updated", updated},    {"resource_files", std::move(files)}};
}

Json settingsModel(const std::string& slug, const std::string& organization) {
    Json steps = Json::array();
    const auto step = [&](const char* name, Json types) {
        steps.push_back({{"step", name}, {"resource_types", std::move(types)}});
    };
    step("email", {"EMAIL"});
    step("liveness_check", {"FACE_VIDEO"});
    step("country", {"de", "dk", "fr", "nl", "pl", "pt", "se"});
    step("identity_document_check", {"PASSPORT", "NATIONAL_ID_CARD", "DRIVERS_LICENSE"});
    // Of the customizations, one client of the vendor's reads main_color where the description says accent_color.
    return {{"id", "7d1f3f52-6a0e-4b7c-9a35-0d0b6f3c2e11"},
            {"slug", slug},
            {"environment", "sandbox"},
            {"organization", organization},
            {"customizations",
             {{"button_color", "#1E1E1E"},
              {"accent_color", "#1450D2"},
              {"main_color", "#1450D2"},
              {"font_family", "Arial"}}},
            {"verification_steps", std::move(steps)}};
}

Json paginated(Json data, std::optional<int> next) {
    Json cursor{{"next", Json()}};
    if (next) {
        const auto text = std::string{cursorMark} + std::to_string(*next);
        cursor["next"] = crypto::toBase64(crypto::viewOf(text));
    }
    return {{"cursor", std::move(cursor)}, {"data", std::move(data)}};
}

std::optional<int> readCursor(std::string_view cursor) {
    const auto bytes = crypto::fromBase64(cursor);
    const auto text = bytes ? crypto::textOf(*bytes) : std::string{};
    if (!text.starts_with(cursorMark)) {
        return std::nullopt;
    }
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + cursorMark.size(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

bool isUuid(std::string_view text) {
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    if (text.size() != shape.size()) {
        return false;
    }
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == '-' ? text[i] != '-' : digits.find(text[i]) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

}  // namespace verdesk::sandbox::passbase
