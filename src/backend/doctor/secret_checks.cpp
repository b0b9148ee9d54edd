#include "backend/doctor/secret_checks.h"

#include <set>

namespace verdesk::backend::doctor {
namespace {

namespace fs = std::filesystem;

constexpr const char* check = "secrets";
constexpr unsigned othersAtAll = 077;
constexpr unsigned othersWrite = 022;
constexpr unsigned sticky = 01000;
// What is shorter stands in a text by chance.
constexpr std::size_t tellingSize = 8;

struct SecretFile {
    std::string key;
    fs::path path;
};

std::vector<SecretFile> filesOf(const Config& config, const std::vector<SecretSource>& sources) {
    std::vector<SecretFile> all;
    for (const auto& each : sources) {
        if (each.way == SecretSource::Way::file) {
            all.push_back({each.key, each.name});
        }
    }
    const auto addKey = [&](const char* key, const ListenerConfig& listener) {
        if (!listener.key.empty()) {
            all.push_back({key, listener.key});
        }
    };
    addKey("listen.staff.key", config.staff);
    addKey("listen.public.key", config.publicSide);
    addKey("listen.ops.key", config.ops);
    return all;
}

std::vector<fs::path> foldersAbove(const fs::path& path) {
    std::vector<fs::path> all;
    for (auto folder = path.lexically_normal().parent_path(); !folder.empty(); folder = folder.parent_path()) {
        all.push_back(folder);
        if (folder == folder.parent_path()) {
            break;
        }
    }
    return all;
}

class Looking {
public:
    explicit Looking(const FileView& files) : files_{files} {}

    void file(const SecretFile& secret) {
        const auto status = files_.status(secret.path);
        if (!status) {
            wrong(secret.key + " is read from " + secret.path.string() + ", which is gone", "put it back");
        } else if ((status->mode & othersAtAll) != 0) {
            wrong(secret.key + ": others may read " + secret.path.string(), "chmod 600 " + secret.path.string());
        } else if (!status->trusted) {
            wrong(secret.key + ": " + secret.path.string() + " belongs to somebody else",
                  "chown it to the user that runs verdeskd, or to root");
        }
        folders(secret.path);
    }
    void configuration(const fs::path& path) {
        if (const auto status = files_.status(path); status && (status->mode & othersWrite) != 0) {
            wrong("others may write to " + path.string(), "chmod go-w " + path.string());
        }
        folders(path);
    }
    // Whoever may write to a folder exchanges what is in it; whoever pushes a working copy gives it away.
    void folders(const fs::path& path) {
        for (const auto& folder : foldersAbove(path)) {
            if (!seen_.insert(folder).second) {
                continue;
            }
            const auto status = files_.status(folder);
            if (status && (status->mode & othersWrite) != 0 && (status->mode & sticky) == 0) {
                wrong("others may write to " + folder.string() + ", and exchange what lies in or below it",
                      "chmod go-w " + folder.string());
            }
            if (files_.status(folder / ".git")) {
                add(Level::warning,
                    folder.string() + " is a working copy of git, with secrets or the configuration in it",
                    "keep both elsewhere, such as in /etc/verdesk; if a secret was ever committed, exchange it");
            }
        }
    }
    void copies(const Config& config, const std::string& text) {
        for (const auto& [id, account] : config.accounts) {
            for (const auto& [name, list] : account.account.secrets) {
                for (const auto& secret : list) {
                    copy(text, secret.reveal(), "accounts." + id + "." + name);
                }
            }
            copy(text, account.hookSegment, "accounts." + id + ".hook_segment");
        }
    }
    void wrong(std::string what, std::string remedy) {
        add(Level::wrong, std::move(what), std::move(remedy));
    }
    void add(Level level, std::string what, std::string remedy) {
        report.push_back({"secrets", {level, check, std::move(what), std::move(remedy)}});
    }
    Report report;

private:
    void copy(const std::string& text, std::string_view secret, const std::string& key) {
        if (secret.size() >= tellingSize && text.find(secret) != std::string::npos) {
            wrong("the configuration itself holds the value of " + key + ", perhaps in a remark",
                  "take it out, and exchange the secret: whoever reads the configuration has seen it");
        }
    }

    const FileView& files_;
    std::set<fs::path> seen_;
};

}  // namespace

Report secretChecks(const Config& config, const fs::path& file, const std::vector<SecretSource>& sources,
                    const FileView& files) {
    Looking looking{files};
    looking.configuration(file);
    const auto secrets = filesOf(config, sources);
    for (const auto& each : secrets) {
        looking.file(each);
    }
    looking.copies(config, files.contents(file));
    if (files.isRoot()) {
        looking.add(Level::warning, "this was looked at as root, who may read everything",
                    "run it as the user that runs verdeskd");
    }
    if (looking.report.empty()) {
        looking.add(Level::good,
                    std::to_string(sources.size()) +
                        " secrets are kept apart from the configuration, and nobody else may read or exchange them",
                    {});
    }
    return std::move(looking.report);
}

}  // namespace verdesk::backend::doctor
