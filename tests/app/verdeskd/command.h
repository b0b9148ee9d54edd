#pragma once
// Commands of verdeskd that come to an end by themselves, and a configuration for them.

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace verdesk::test {

struct Ended {
    int code = -1;
    QString output;
    QString errors;
};

Ended verdeskd(const QStringList& arguments, const QByteArray& input = {});

// A folder with everything that a configuration needs: keys, secrets, and the file itself.
class Installation {
public:
    // `store`: the line of [store]; empty: SQLite in the folder.
    explicit Installation(const QString& store = {});

    QString file(const QString& name) const {
        return folder_.filePath(name);
    }
    QString config() const {
        return file(QStringLiteral("verdesk.toml"));
    }
    void write(const QString& name, const QByteArray& content, bool secret = true) const;
    // A running `verdeskd serve` on this configuration; waits for the ready line, which it gives as JSON.
    QByteArray serve(QProcess& process, const QStringList& more = {}) const;

private:
    QTemporaryDir folder_;
};

}  // namespace verdesk::test
