#pragma once
// Documents of the checks that are looked at: fetched when somebody wants to see them, kept in memory alone, and
// overwritten when the claims are covered or the next customer comes. Each fetch is recorded at the backend, so nothing
// is fetched before it is wanted, and nothing twice while it is here.

#include "desk/call_error.h"

#include <QByteArray>
#include <QObject>

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace verdesk::desk {

class BackendClient;

struct Evidence {
    enum class State : std::uint8_t { absent, loading, here, refused };
    State state = State::absent;
    QByteArray bytes;   // with `here`
    CallError problem;  // with `refused`
};

class EvidenceBox : public QObject {
    Q_OBJECT

public:
    // How bytes are asked for; the answer comes later, and not at all once `context` is gone.
    using Fetch =
        std::function<void(const std::string& id, QObject* context, std::function<void(Answer<QByteArray>)> then)>;

    explicit EvidenceBox(Fetch fetch, QObject* parent = nullptr);
    explicit EvidenceBox(BackendClient& client, QObject* parent = nullptr);
    ~EvidenceBox() override;

    // Fetches it, unless it is here or under way.
    void want(const std::string& id);
    const Evidence& find(const std::string& id) const;
    // Overwrites and forgets it; an answer that still comes is dropped.
    void forget(const std::string& id);
    void clear();

Q_SIGNALS:
    void changed(const std::string& id);

private:
    void take(const std::string& id, int turn, Answer<QByteArray> answer);

    struct Held {
        Evidence evidence;
        int turn = 0;  // which fetch it is from
    };
    Fetch fetch_;
    std::map<std::string, Held> held_;
    int turns_ = 0;
    QObject context_;
};

}  // namespace verdesk::desk
