#pragma once
// A child process that says in one JSON line when it is ready. Ends with this object; its standard input is what keeps
// it alive.

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace verdesk::stage {

class Program {
public:
    struct Start {
        QString path;
        QStringList arguments;
        QByteArray firstLine;          // written to its standard input, for what must not be on a command line
        QString log;                   // where its standard error goes; empty: nowhere
        QStringList environment = {};  // "NAME=value", besides ours
    };

    // Starts it and waits for the ready line. Throws std::runtime_error with the program's name where that does not
    // come in time.
    explicit Program(const Start& start, int timeoutMs = 20'000);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    const QJsonObject& ready() const {
        return ready_;
    }
    // Writes a line and reads one, with the event loop running meanwhile. Throws where none comes in time.
    QJsonObject ask(const QJsonObject& question, int timeoutMs);
    qint64 id() const {
        return process_.processId();
    }
    void kill();       // at once, as a power cut would
    bool terminate();  // asks; true if it ended by itself with 0
    bool running() const {
        return process_.state() == QProcess::Running;
    }

private:
    QProcess process_;
    QJsonObject ready_;
};

// Runs a command to its end and returns what it printed; throws where it did not end with 0 unless `code` takes the
// exit code.
QByteArray runToEnd(const QString& path, const QStringList& arguments, const QByteArray& input = {},
                    int* code = nullptr);

}  // namespace verdesk::stage
