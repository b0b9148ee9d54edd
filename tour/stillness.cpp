#include "tour/stillness.h"

namespace verdesk::tour {
namespace {

constexpr int quietMs = 700;

// Where the log ends once nothing adds to it any more.
qint64 quietHead(Visit& visit, BackendEye& eye) {
    auto head = eye.head();
    visit.hand.waitUntil([&] {
        visit.rest(quietMs);
        const auto before = head;
        head = eye.head();
        return head == before;
    });
    return head;
}

// A verification's members by name. The time left is counted anew in every answer; the deadline it is counted to is
// compared.
QStringList changed(const QJsonObject& before, const QJsonObject& after) {
    auto members = before.keys() + after.keys();
    members.removeAll(QStringLiteral("expiresInMs"));
    members.removeDuplicates();
    members.removeIf([&](const QString& each) { return before.value(each) == after.value(each); });
    return members;
}

}  // namespace

Stillness::Stillness(Visit& visit, BackendEye& eye, QString reference)
    : visit_{visit},
      eye_{eye},
      reference_{std::move(reference)},
      head_{quietHead(visit, eye)},
      before_{eye.verification(reference_)} {}

QString Stillness::inWords() const {
    QStringList changes;
    if (quietHead(visit_, eye_) != head_) {
        changes << QStringLiteral("the log");
    }
    changes << changed(before_, eye_.verification(reference_));
    return changes.isEmpty() ? QStringLiteral(", and nothing changes")
                             : QStringLiteral(", and changed: ") + changes.join(QStringLiteral(", "));
}

}  // namespace verdesk::tour
