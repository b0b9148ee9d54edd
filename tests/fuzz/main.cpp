// libFuzzer's side: `verdesk_fuzz --target=NAME [--flow=NAME] CORPUS...`; `--list` prints what there is, a run a line.
#include "tests/fuzz/bank.h"
#include "tests/fuzz/targets.h"

#include <cstdint>
#include <cstdlib>
#include <iostream>

namespace {

struct Run {
    const verdesk::fuzz::Target* target = nullptr;
    std::string flow;
};
Run run;

void list() {
    for (const auto& target : verdesk::fuzz::targets()) {
        if (!target.perFlow) {
            std::cout << target.name << "\n";
            continue;
        }
        for (const auto& flow : verdesk::fuzz::flows()) {
            std::cout << target.name << " " << flow << "\n";
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    constexpr std::string_view target = "--target=";
    constexpr std::string_view flow = "--flow=";
    for (int i = 1; i < *argc; ++i) {
        const std::string_view argument{(*argv)[i]};
        if (argument == "--list") {
            list();
            std::exit(0);
        }
        if (argument.starts_with(target)) {
            run.target = verdesk::fuzz::find(argument.substr(target.size()));
        }
        if (argument.starts_with(flow)) {
            run.flow = argument.substr(flow.size());
        }
    }
    if (run.target == nullptr || run.target->perFlow == run.flow.empty()) {
        std::cerr << "verdesk_fuzz: name one of these by --target and --flow:\n";
        list();
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    run.target->run(run.flow, {reinterpret_cast<const char*>(data), size});
    return 0;
}
