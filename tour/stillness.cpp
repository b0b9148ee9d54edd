#include "tour/stillness.h"

#include <QJsonArray>

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

// The time left is counted anew in every answer; the moment it is counted to is compared.
QJsonValue withoutTimeLeft(const QJsonValue& value) {
    if (value.isArray()) {
        QJsonArray kept;
        for (const auto& each : value.toArray()) {
            kept.append(withoutTimeLeft(each));
        }
        return kept;
    }
    if (!value.isObject()) {
        return value;
    }
    auto kept = value.toObject();
    kept.remove(QStringLiteral("expiresInMs"));
    for (auto member = kept.begin(); member != kept.end(); ++member) {
        *member = withoutTimeLeft(*member);
    }
    return kept;
}

// A verification's members by name.
QStringList changed(const QJsonObject& before, const QJsonObject& after) {
    const auto was = withoutTimeLeft(before).toObject();
    const auto is = withoutTimeLeft(after).toObject();
    auto members = was.keys() + is.keys();
    members.removeDuplicates();
    members.removeIf([&](const QString& each) { return was.value(each) == is.value(each); });
    return members;
}

QString inWordsOf(const QStringList& changes) {
    return changes.isEmpty() ? QStringLiteral(", and nothing changes")
                             : QStringLiteral(", and changed: ") + changes.join(QStringLiteral(", "));
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
    return inWordsOf(changes + changed(before_, eye_.verification(reference_)));
}

QString Stillness::ofTheCheck() const {
    quietHead(visit_, eye_);
    return inWordsOf(changed(before_, eye_.verification(reference_)));
}

}  // namespace verdesk::tour
