#include "backend/auth/password_rules.h"
#include "backend/auth/staff_admin.h"
#include "backend/practice/practice_folder.h"
#include "commands.h"
#include "program.h"
#include "ready_line.h"
#include "run.h"
#include "sandbox_process.h"

#include <boost/asio/ip/tcp.hpp>

#include <csignal>
#include <optional>

#ifndef _WIN32
#include <sys/stat.h>
#endif

namespace verdesk::verdeskd {

namespace asio = boost::asio;
using backend::Backend;
using backend::Config;
using backend::PracticeFolder;

namespace {

// One of each role, each with a password that is new at every start and told in the ready line alone.
asio::awaitable<std::vector<ReadyAccount>> freshAccounts(const Config& config, Backend& backend) {
    backend::StaffAdmin admin{config, backend.store(), backend.clock()};
    const auto there = co_await admin.list();
    std::vector<ReadyAccount> accounts;
    for (const auto& person : backend::practicePeople()) {
        const auto password = backend::makePassword();
        const bool known =
            std::any_of(there.begin(), there.end(), [&](const auto& row) { return row.name == person.name; });
        if (known) {
            co_await admin.reset(person.name, password);
        } else {
            backend::NewStaff staff{person.name, person.displayName, person.role, {}};
            for (const auto& branch : config.branches) {
                staff.branches.push_back(branch.id);
            }
            co_await admin.add(std::move(staff), password);
        }
        accounts.push_back({person.name, person.displayName, std::string{toWord(person.role)},
                            std::string{password.reveal()}, backend::practiceBranch});
    }
    co_return accounts;
}

// That port, or any where somebody else has it by now. Free a moment ago, which has to do: providers are told the
// public address before anybody listens there.
std::uint16_t freePort(asio::io_context& context, std::uint16_t wished) {
    using asio::ip::tcp;
    const auto loopback = asio::ip::address_v4::loopback();
    try {
        return tcp::acceptor{context, tcp::endpoint{loopback, wished}}.local_endpoint().port();
    } catch (const boost::system::system_error&) {
        return tcp::acceptor{context, tcp::endpoint{loopback, 0}}.local_endpoint().port();
    }
}

// Everything of one run. The backend needs to know the sandbox's doubles, so it comes second.
class Practice {
public:
    Practice(asio::io_context& context, const PracticeOptions& options, std::filesystem::path program)
        : context_{context},
          folder_{options.data.empty() ? backend::usualPracticeFolder() : options.data, options.reset},
          ports_{folder_.lastPorts()},
          staffPort_{options.port},
          sandbox_{context, {std::move(program), folder_.sandboxState(), ports_.sandbox}} {}

    asio::awaitable<void> start() {
        ports_.publicSide = freePort(context_, ports_.publicSide);
        co_await sandbox_.start();
        ports_.sandbox = sandbox_.port();
        folder_.keepPorts(ports_);
        config_ = backend::practiceConfig({folder_.path(), sandbox_.phone(), staffPort_, ports_.publicSide},
                                          folder_.master(), sandbox_.providers());
        backend_.emplace(context_.get_executor(), *config_);
        const auto accounts = co_await freshAccounts(*config_, *backend_);
        co_await sandbox_.serve(config_->institution.name, config_->publicOrigin);
        co_await backend_->start();
        printReady(backend_->origins(), sandbox_.origin(), accounts);
    }

    asio::awaitable<void> stop() {
        if (backend_) {
            co_await backend_->stop();
        }
        co_await sandbox_.stop();
    }

private:
    asio::io_context& context_;
    PracticeFolder folder_;
    PracticeFolder::Ports ports_;
    std::uint16_t staffPort_;
    SandboxProcess sandbox_;
    std::optional<Config> config_;
    std::optional<Backend> backend_;
};

std::filesystem::path sandboxBeside(const std::filesystem::path& ownFolder) {
#ifdef _WIN32
    return ownFolder / "verdesk-sandbox.exe";
#else
    return ownFolder / "verdesk-sandbox";
#endif
}

}  // namespace

int practice(const PracticeOptions& options, const std::filesystem::path& ownFolder) {
    backend::setUpLog(options.log);
#ifndef _WIN32
    ::umask(077);  // what practice and its sandbox write is for this user alone
#endif
    try {
        // Never destroyed: the thread at standard input may still post to it while the process ends.
        auto& context = *new asio::io_context{1};
        Practice run{context, options, options.sandbox.empty() ? sandboxBeside(ownFolder) : options.sandbox};
        serveUntilTold(
            context, true, [&] { return run.start(); }, [&] { return run.stop(); });
        return 0;
    } catch (const std::exception& error) {
        return failed(error);
    }
}

}  // namespace verdesk::verdeskd
