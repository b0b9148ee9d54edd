#include "commands.h"

#include <CLI/CLI.hpp>

#include <iostream>

using namespace verdesk;
using namespace verdesk::verdeskd;

namespace {

std::filesystem::path ownFolder(const char* program) {
    std::error_code error;
    auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) {
        own = std::filesystem::absolute(program, error);
    }
    return own.parent_path();
}

void addLogFormat(CLI::App& command, backend::LogFormat& format) {
    const std::map<std::string, backend::LogFormat> words{{"text", backend::LogFormat::text},
                                                          {"json", backend::LogFormat::json}};
    command.add_option("--log-format", format, "text or json")->transform(CLI::CheckedTransformer(words));
}

CLI::Option* addConfig(CLI::App& command, std::filesystem::path& file) {
    return command.add_option("--config", file, "The configuration (TOML)");
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"The backend of Verdesk.", "verdeskd"};
    app.set_version_flag("--version", VERDESK_VERSION);
    app.require_subcommand(1);
    int code = 0;

    ServeOptions serveOptions;
    auto* serveCommand = app.add_subcommand("serve", "Serves desks and webhooks until it is told to end");
    addConfig(*serveCommand, serveOptions.config)->required();
    addLogFormat(*serveCommand, serveOptions.log);
    serveCommand->add_flag("--end-with-stdin", serveOptions.endWithStandardInput, "Ends when standard input closes");
    serveCommand->callback([&] { code = serve(serveOptions); });

    PracticeOptions practiceOptions;
    auto* practiceCommand = app.add_subcommand(
        "practice", "Everything on this machine, with an invented bank and a sandbox; ends when standard input closes");
    practiceCommand->add_option("--data", practiceOptions.data, "Where practice data lives");
    practiceCommand->add_flag("--reset", practiceOptions.reset, "Begins anew: removes what practice made there");
    practiceCommand->add_option("--port", practiceOptions.port, "Port for the desks; 0 takes any free one");
    practiceCommand->add_option("--sandbox", practiceOptions.sandbox,
                                "The sandbox program, if not the one beside this");
    addLogFormat(*practiceCommand, practiceOptions.log);
    practiceCommand->callback([&] { code = practice(practiceOptions, ownFolder(argv[0])); });

    std::filesystem::path keyFile;
    auto* keysCommand = app.add_subcommand("keys", "Master keys")->require_subcommand(1);
    auto* initCommand = keysCommand->add_subcommand("init", "Makes a master key; never overwrites one");
    initCommand->add_option("FILE", keyFile, "The new file")->required();
    initCommand->callback([&] { code = keysInit(keyFile); });

    RotateOptions rotateOptions;
    auto* rotateCommand = keysCommand->add_subcommand(
        "rotate", "Wraps every key by the new master key (keys.master) instead of the old (keys.previous)");
    addConfig(*rotateCommand, rotateOptions.config)->required();
    rotateCommand->add_option("--batch", rotateOptions.batch, "Keys in one transaction")->check(CLI::Range(1, 100'000));
    rotateCommand->callback([&] { code = keysRotate(rotateOptions); });

    std::filesystem::path answersConfig;
    std::string answersOf;
    auto* answersCommand =
        app.add_subcommand("raw-answers", "Prints what the provider said in a verification; who reads is recorded");
    addConfig(*answersCommand, answersConfig)->required();
    answersCommand->add_option("VERIFICATION", answersOf, "Its id")->required();
    answersCommand->callback([&] { code = rawAnswers(answersConfig, answersOf); });

    std::filesystem::path checkedConfig;
    auto* checkConfigCommand =
        app.add_subcommand("check-config", "Names file, line and key of every mistake; changes nothing");
    addConfig(*checkConfigCommand, checkedConfig)->required();
    checkConfigCommand->callback([&] { code = checkConfig(checkedConfig); });

    DoctorOptions doctorOptions;
    auto* doctorCommand = app.add_subcommand(
        "doctor", "Looks at accounts, flows, network and store before customers come, and says what to do");
    addConfig(*doctorCommand, doctorOptions.config)->required();
    doctorCommand->add_flag("--json", doctorOptions.asJson, "One line of JSON");
    doctorCommand->add_flag("--strict", doctorOptions.strict, "Warnings end with 1, too");
    doctorCommand->callback([&] { code = doctor(doctorOptions); });

    std::filesystem::path storeConfig;
    std::filesystem::path practiceData;
    bool asJson = false;
    auto* checkStoreCommand = app.add_subcommand("check-store", "Compares every row with the event log");
    auto* storeConfigOption = addConfig(*checkStoreCommand, storeConfig);
    checkStoreCommand->add_option("--practice-data", practiceData, "The store of practice mode instead")
        ->excludes(storeConfigOption);
    checkStoreCommand->add_flag("--json", asJson, "One line of JSON");
    checkStoreCommand->callback([&] {
        if (storeConfig.empty() == practiceData.empty()) {
            throw CLI::RequiredError("--config or --practice-data");
        }
        code = practiceData.empty() ? checkStore(storeConfig, asJson) : checkPracticeStore(practiceData, asJson);
    });

    StaffOptions staffOptions;
    auto* staffCommand = app.add_subcommand("staff", "Those who may sign in")->require_subcommand(1);
    addConfig(*staffCommand, staffOptions.config)->required();
    auto* addCommand = staffCommand->add_subcommand("add", "Adds somebody");
    addCommand->add_option("NAME", staffOptions.name, "What they sign in with")->required();
    addCommand->add_option("--display-name", staffOptions.displayName, "How colleagues read them")->required();
    addCommand->add_option("--role", staffOptions.role, "teller, officer or admin")
        ->required()
        ->check(CLI::IsMember({"teller", "officer", "admin"}));
    addCommand->add_option("--branch", staffOptions.branches, "A branch; may be given several times")->required();
    addCommand->add_flag("--password-stdin", staffOptions.passwordOnInput, "Reads the password instead of making one");
    addCommand->callback([&] { code = staffAdd(staffOptions); });
    staffCommand->add_subcommand("list", "Lists all")->callback([&] { code = staffList(staffOptions); });
    auto* disableCommand = staffCommand->add_subcommand("disable", "Ends somebody's access at once");
    disableCommand->add_option("NAME", staffOptions.name, "Who")->required();
    disableCommand->callback([&] { code = staffDisable(staffOptions); });
    auto* resetCommand = staffCommand->add_subcommand("reset", "A new password; also after a lockout or disabling");
    resetCommand->add_option("NAME", staffOptions.name, "Who")->required();
    resetCommand->add_flag("--password-stdin", staffOptions.passwordOnInput,
                           "Reads the password instead of making one");
    resetCommand->callback([&] { code = staffReset(staffOptions); });

    CLI11_PARSE(app, argc, argv);
    return code;
}
