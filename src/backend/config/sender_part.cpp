// [sender]
#include "backend/config/parts.h"

namespace verdesk::backend::parts {
namespace {

namespace fs = std::filesystem;

// On Windows every file may be run.
bool mayRun(const fs::path& program) {
#ifdef _WIN32
    return fs::exists(program);
#else
    std::error_code error;
    const auto permissions = fs::status(program, error).permissions();
    constexpr auto run = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    return !error && (permissions & run) != fs::perms::none;
#endif
}

}  // namespace

void readSender(Table& root, Config& config, const fs::path& folder) {
    auto table = root.table("sender");
    if (!table.present()) {
        return;
    }
    auto command = table.texts("command");
    if (command.empty() || command.front().empty()) {
        table.complainOnce("command", "needs the program and its arguments, such as [\"/usr/local/bin/send-sms\"]");
    } else {
        const auto program = folder / command.front();
        std::error_code error;
        if (!fs::is_regular_file(program, error)) {
            table.complain("command", "there is no file \"" + program.string() + "\"");
        } else if (!mayRun(program)) {
            table.complain("command", "\"" + program.string() + "\" is no program that may be run");
        }
        command.front() = program.string();
        config.sender.command = std::move(command);
    }
    if (const auto given = table.integer("timeout_seconds", 1, 60)) {
        config.sender.timeout = std::chrono::seconds{*given};
    }
    table.finish();
}

}  // namespace verdesk::backend::parts
