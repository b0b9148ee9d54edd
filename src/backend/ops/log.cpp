#include "backend/ops/log.h"

#include "contract/instant.h"

#include <spdlog/formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <nlohmann/json.hpp>

namespace verdesk::backend {
namespace {

class JsonFormatter : public spdlog::formatter {
public:
    void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override {
        const auto at = std::chrono::time_point_cast<std::chrono::milliseconds>(message.time);
        const auto level = spdlog::level::to_string_view(message.level);
        const auto line =
            jsonLine(toText(at), {level.data(), level.size()}, {message.payload.data(), message.payload.size()}) + "\n";
        out.append(line.data(), line.data() + line.size());
    }
    std::unique_ptr<spdlog::formatter> clone() const override {
        return std::make_unique<JsonFormatter>();
    }
};

}  // namespace

std::string jsonLine(const std::string& at, const std::string& level, const std::string& message) {
    const nlohmann::ordered_json line{{"at", at}, {"level", level}, {"message", message}};
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void setUpLog(LogFormat format) {
    auto logger = std::make_shared<spdlog::logger>("verdeskd", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    if (format == LogFormat::json) {
        logger->set_formatter(std::make_unique<JsonFormatter>());
    } else {
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    }
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

}  // namespace verdesk::backend
