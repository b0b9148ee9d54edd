#pragma once
// The commands of verdeskd. Each gives the process's exit code: 0 done, 1 failed (said on standard error), 2 a wrong
// configuration.

#include "backend/ops/log.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace verdesk::verdeskd {

struct ServeOptions {
    std::filesystem::path config;
    backend::LogFormat log = backend::LogFormat::text;
    bool endWithStandardInput = false;
};
int serve(const ServeOptions& options);

struct PracticeOptions {
    std::filesystem::path data;     // empty: the usual place
    std::filesystem::path sandbox;  // the program; empty: beside this one
    bool reset = false;
    std::uint16_t port = 0;  // of the staff listener; the others take any free one
    backend::LogFormat log = backend::LogFormat::text;
};
int practice(const PracticeOptions& options, const std::filesystem::path& ownFolder);

int keysInit(const std::filesystem::path& file);
struct RotateOptions {
    std::filesystem::path config;
    int batch = 500;  // keys in one transaction
};
int keysRotate(const RotateOptions& options);
// What the provider said in that verification, on standard output.
int rawAnswers(const std::filesystem::path& config, const std::string& verification);
int checkConfig(const std::filesystem::path& config);
struct DoctorOptions {
    std::filesystem::path config;
    bool asJson = false;
    bool strict = false;  // warnings count as wrong
};
int doctor(const DoctorOptions& options);
int checkStore(const std::filesystem::path& config, bool asJson);
// The same over the store of practice mode, which has no configuration file.
int checkPracticeStore(const std::filesystem::path& data, bool asJson);

struct StaffOptions {
    std::filesystem::path config;
    std::string name;
    std::string displayName;
    std::string role;
    std::vector<std::string> branches;
    bool passwordOnInput = false;  // else one is made, and printed once
};
int staffAdd(const StaffOptions& options);
int staffList(const StaffOptions& options);
int staffDisable(const StaffOptions& options);
int staffReset(const StaffOptions& options);

}  // namespace verdesk::verdeskd
