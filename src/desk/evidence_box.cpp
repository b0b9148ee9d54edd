#include "desk/evidence_box.h"

#include "desk/backend_call.h"
#include "desk/backend_client.h"

#include <utility>

namespace verdesk::desk {

EvidenceBox::EvidenceBox(Fetch fetch, QObject* parent) : QObject{parent}, fetch_{std::move(fetch)} {}

EvidenceBox::EvidenceBox(BackendClient& client, QObject* parent)
    : EvidenceBox{[&client](const std::string& id, QObject* context, std::function<void(Answer<QByteArray>)> then) {
                      client.evidence(id, context, std::move(then));
                  },
                  parent} {}

EvidenceBox::~EvidenceBox() {
    clear();
}

void EvidenceBox::want(const std::string& id) {
    auto& held = held_[id];
    if (held.evidence.state == Evidence::State::here || held.evidence.state == Evidence::State::loading) {
        return;
    }
    held.evidence = {Evidence::State::loading, {}, {}};
    held.turn = ++turns_;
    fetch_(id, &context_,
           [this, id, turn = held.turn](Answer<QByteArray> answer) { take(id, turn, std::move(answer)); });
}

void EvidenceBox::take(const std::string& id, int turn, Answer<QByteArray> answer) {
    const auto held = held_.find(id);
    if (held == held_.end() || held->second.turn != turn) {
        if (answer) {
            wipe(*answer);
        }
        return;
    }
    auto& evidence = held->second.evidence;
    if (answer) {
        evidence = {Evidence::State::here, *std::move(answer), {}};
    } else {
        evidence = {Evidence::State::refused, {}, answer.error()};
    }
    Q_EMIT changed(id);
}

const Evidence& EvidenceBox::find(const std::string& id) const {
    static const Evidence none;
    const auto held = held_.find(id);
    return held == held_.end() ? none : held->second.evidence;
}

void EvidenceBox::forget(const std::string& id) {
    if (const auto held = held_.find(id); held != held_.end()) {
        wipe(held->second.evidence.bytes);
        held_.erase(held);
        Q_EMIT changed(id);
    }
}

void EvidenceBox::clear() {
    while (!held_.empty()) {
        forget(held_.begin()->first);
    }
}

}  // namespace verdesk::desk
