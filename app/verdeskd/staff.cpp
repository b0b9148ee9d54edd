#include "backend/auth/password_rules.h"
#include "backend/auth/staff_admin.h"
#include "backend/config/store_options.h"
#include "commands.h"
#include "program.h"
#include "standard_input.h"

#include <iomanip>
#include <iostream>

namespace verdesk::verdeskd {

namespace asio = boost::asio;
using backend::StaffAdmin;

namespace {

int withAdmin(const std::filesystem::path& file, const std::function<asio::awaitable<void>(StaffAdmin&)>& work) {
    const auto config = readConfig(file);
    if (!config) {
        return wrongConfiguration;
    }
    try {
        const backend::SystemClock clock;
        runToEnd([&](asio::io_context& context) -> asio::awaitable<void> {
            backend::store::Store store{context.get_executor(), backend::storeOptions(*config)};
            StaffAdmin admin{*config, store, clock};
            co_await work(admin);
        });
        return 0;
    } catch (const std::exception& error) {
        return failed(error);
    }
}

crypto::Secret passwordOf(const StaffOptions& options) {
    return options.passwordOnInput ? crypto::Secret{readLineOfStandardInput()} : backend::makePassword();
}

void printPassword(const StaffOptions& options, const crypto::Secret& password) {
    if (!options.passwordOnInput) {
        std::cout << "The password, shown this once: " << password.reveal() << "\n";
    }
}

}  // namespace

int staffAdd(const StaffOptions& options) {
    const auto password = passwordOf(options);
    return withAdmin(options.config, [&](StaffAdmin& admin) -> asio::awaitable<void> {
        const auto role = fromWord<Role>(options.role).value_or(Role::unknown);
        backend::NewStaff staff{options.name, options.displayName, role, options.branches};
        co_await admin.add(std::move(staff), password);
        std::cout << "Added " << options.name << ".\n";
        printPassword(options, password);
    });
}

int staffList(const StaffOptions& options) {
    return withAdmin(options.config, [](StaffAdmin& admin) -> asio::awaitable<void> {
        const auto all = co_await admin.list();
        for (const auto& row : all) {
            std::string branches;
            for (const auto& branch : row.branches) {
                branches += (branches.empty() ? "" : ",") + branch;
            }
            std::cout << std::left << std::setw(20) << row.name << " " << std::setw(8) << toWord(row.role) << " "
                      << std::setw(16) << branches << " " << (row.disabled ? "disabled  " : "") << row.displayName
                      << "\n";
        }
    });
}

int staffDisable(const StaffOptions& options) {
    return withAdmin(options.config, [&](StaffAdmin& admin) -> asio::awaitable<void> {
        co_await admin.disable(options.name);
        std::cout << "Disabled " << options.name << "; their sessions are over.\n";
    });
}

int staffReset(const StaffOptions& options) {
    const auto password = passwordOf(options);
    return withAdmin(options.config, [&](StaffAdmin& admin) -> asio::awaitable<void> {
        co_await admin.reset(options.name, password);
        std::cout << "Reset " << options.name << "; their sessions are over.\n";
        printPassword(options, password);
    });
}

}  // namespace verdesk::verdeskd
