#include "backend/config/store_options.h"
#include "backend/events/check.h"
#include "backend/practice/practice_folder.h"
#include "backend/store/store.h"
#include "commands.h"
#include "program.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace verdesk::verdeskd {

namespace asio = boost::asio;

namespace {

void print(const backend::StoreReport& report, bool asJson) {
    if (asJson) {
        const nlohmann::ordered_json line{{"events", report.events},
                                          {"cases", report.cases},
                                          {"verifications", report.verifications},
                                          {"faults", report.faults}};
        std::cout << line.dump() << "\n";
        return;
    }
    std::cout << "Compared " << report.events << " events with " << report.cases << " cases and "
              << report.verifications << " verifications: " << report.faults.size() << " faults.\n";
    for (const auto& fault : report.faults) {
        std::cout << "  " << fault << "\n";
    }
}

int check(const backend::Config& config, bool asJson) {
    backend::StoreReport report;
    runToEnd([&](asio::io_context& context) -> asio::awaitable<void> {
        backend::store::Store store{context.get_executor(), backend::storeOptions(config)};
        const auto query = [](backend::store::Reading& r) { return backend::checkStore(r); };
        report = co_await store.read(query);
    });
    print(report, asJson);
    return report.faults.empty() ? 0 : 1;
}

}  // namespace

int checkStore(const std::filesystem::path& file, bool asJson) {
    const auto config = readConfig(file);
    if (!config) {
        return wrongConfiguration;
    }
    try {
        return check(*config, asJson);
    } catch (const std::exception& error) {
        return failed(error);
    }
}

int checkPracticeStore(const std::filesystem::path& data, bool asJson) {
    try {
        const backend::PracticeFolder folder{data, false};
        return check(backend::practiceStore(folder.path(), folder.master()), asJson);
    } catch (const std::exception& error) {
        return failed(error);
    }
}

}  // namespace verdesk::verdeskd
