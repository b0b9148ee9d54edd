#pragma once
// One of the real programs as a child of the test. It says when it is ready in one line of JSON. Main thread only.

#include <nlohmann/json.hpp>

#include <QProcess>
#include <QStringList>

#include <string>

namespace verdesk::test {

// A port that was free a moment ago.
std::uint16_t freePort();

class Program {
public:
    // `name`: "verdeskd"; it stands in the build's folder of programs. Standard error goes to `log`.
    Program(const QString& name, const QString& log);
    ~Program();

    // Starts it, hands it that line on its standard input, and waits for its ready line. Throws std::runtime_error.
    nlohmann::json start(const QStringList& arguments, const std::string& inputLine = {});
    // kill -9, and until it is gone.
    void kill();
    // Closes its standard input and waits. Returns its exit code, or -1 where it did not end in time.
    int end();
    bool isRunning() const;

    // Runs a program to its end. Returns its exit code; its outputs together in `output`.
    static int run(const QString& name, const QStringList& arguments, const std::string& input, std::string& output);

private:
    QString name_;
    QString log_;
    QProcess process_;
};

}  // namespace verdesk::test
