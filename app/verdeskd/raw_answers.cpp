#include "backend/clock.h"
#include "backend/config/store_options.h"
#include "backend/events/build.h"
#include "backend/store/tables/verifications.h"
#include "commands.h"
#include "program.h"
#include "system_user.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <stdexcept>

namespace verdesk::verdeskd {

namespace asio = boost::asio;
namespace store = backend::store;

namespace {

using Answers = std::vector<store::RawAnswerRow>;

// One object a line: what a provider sent cannot break out of it, nor steer the terminal.
void print(const Answers& answers) {
    for (const auto& each : answers) {
        const nlohmann::ordered_json line{{"at", toText(each.at)}, {"what", each.what}, {"body", each.body}};
        std::cout << line.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace) << "\n";
    }
    if (answers.empty()) {
        std::cerr << "No answer is kept for it: none came.\n";
    }
}

}  // namespace

int rawAnswers(const std::filesystem::path& file, const std::string& verification) {
    const auto config = readConfig(file);
    if (!config) {
        return wrongConfiguration;
    }
    try {
        Answers answers;
        runToEnd([&](asio::io_context& context) -> asio::awaitable<void> {
            store::Store opened{context.get_executor(), backend::storeOptions(*config)};
            const auto now = backend::SystemClock{}.now();
            // That somebody looks is written down before they see anything.
            const auto change = [id = VerificationId{verification}, user = systemUser(), now](store::Transaction& t) {
                const auto row = store::tables::findVerification(t, id);
                if (!row) {
                    throw std::runtime_error{"there is no verification with that id"};
                }
                auto all = store::tables::rawAnswersOf(t, id);
                t.append(backend::event::ofRawAnswersRead(*row, all.size(), backend::systemUserActor(user, row->branch),
                                                          now, backend::newEventId(now)));
                return all;
            };
            answers = co_await opened.write(change);
        });
        print(answers);
        return 0;
    } catch (const std::exception& error) {
        return failed(error);
    }
}

}  // namespace verdesk::verdeskd
