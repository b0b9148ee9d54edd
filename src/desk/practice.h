#pragma once
// Practice mode: the backend as a child of this desk, with invented customers and nothing to configure. It ends when
// this desk ends, because its standard input closes then, and it is started again when it dies.

#include "contract/session.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <cstdint>
#include <string>
#include <vector>

namespace verdesk::desk {

struct PracticeAccount {
    std::string name;
    std::string displayName;
    Role role = Role::unknown;
    std::string password;
    std::string branch;
};

// The line that the backend prints when it can be used.
struct Ready {
    std::string staff;  // the address for desks
    std::vector<PracticeAccount> accounts;
};
Ready readyFrom(const JsonReader& reader);

class Practice : public QObject {
    Q_OBJECT

public:
    // `program`: verdeskd, found beside this executable where empty. `data`: its folder, the user's own where empty.
    explicit Practice(QString program = {}, QString data = {}, QObject* parent = nullptr);
    // Closes the child's input and gives it a moment to end by itself.
    ~Practice() override;

    void start();
    void stop();
    const std::vector<PracticeAccount>& accounts() const;
    qint64 processId() const;  // 0: not running

Q_SIGNALS:
    void ready(const QString& address);
    void ended();                       // it died; it is being started again
    void failed(const QString& words);  // it cannot be started: its own last words

private:
    void launch();
    void readOutput();
    void readErrors();
    void onFinished();
    void giveUp(const QString& words);

    QString program_;
    QString data_;
    QProcess process_;
    QTimer again_;
    QByteArray output_;
    QByteArray errors_;
    QString lastWords_;
    std::vector<PracticeAccount> accounts_;
    int failures_ = 0;  // starts in a row that did not get ready
    bool ready_ = false;
    bool wanted_ = false;
};

}  // namespace verdesk::desk
