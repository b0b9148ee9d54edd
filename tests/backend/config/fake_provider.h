#pragma once
// A provider for the tests of the configuration, and a small configuration that is right.

#include "backend/config/load.h"

#include <QString>
#include <QTemporaryDir>

namespace verdesk::backend::test {

const providers::Provider& fakeProvider();

// A folder with secrets, and a configuration that uses them.
class Sample {
public:
    Sample();
    std::filesystem::path folder() const;
    // The text with one piece of it replaced (the piece must be there).
    std::string with(const std::string& piece, const std::string& other) const;
    const std::string& text() const {
        return text_;
    }
    LoadedConfig parse(const std::string& text) const;
    // The mistakes as texts, each without the path of the folder.
    std::vector<std::string> mistakesOf(const std::string& text) const;
    void write(const std::string& name, const std::string& content, unsigned mode = 0600) const;

    Surroundings surroundings;

private:
    QTemporaryDir folder_;
    std::string text_;
};

}  // namespace verdesk::backend::test
