#pragma once
// One desk per person and name: the first holds a lock and listens; a second one asks it to come forward and ends.

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>

namespace verdesk::desk {

class SingleInstance : public QObject {
    Q_OBJECT

public:
    enum class Role : std::uint8_t {
        first,
        second,  // the first one answered and comes forward
        mute     // another one holds the lock and does not answer
    };

    // `name` tells several desks of one person apart; empty is the usual one.
    explicit SingleInstance(const QString& name, QObject* parent = nullptr);

    // Blocks for two seconds at most, and only where another instance is there.
    Role enter();

Q_SIGNALS:
    void raiseAsked();

private:
    bool listen();
    bool askFirst() const;

    QString address_;
    QLockFile lock_;
    QLocalServer server_;
};

}  // namespace verdesk::desk
