// The part of CheckFlow that asks the backend, and takes its answers to the table.

#include "desk/backend_client.h"
#include "desk/check_flow.h"

#include <algorithm>

namespace verdesk::desk {

void CheckFlow::startVerification(int id) {
    const auto* check = checks_.find(id);
    if (check->caseId.empty()) {
        openCase(id);
        return;
    }
    client_.startVerification(check->caseId, check->wanted, BackendClient::newKey(), &context_,
                              [this, id](Answer<Verification> answer) {
                                  const auto* starting = checks_.find(id);
                                  if (starting == nullptr) {
                                      return;
                                  }
                                  if (!answer) {
                                      startWasRefused(id, answer.error());
                                      return;
                                  }
                                  unstarted_.erase(visitOf(starting->opening));
                                  drafts_.erase(draftOf(*starting));
                                  const bool cancelled = starting->cancelling;
                                  takeVerification(id, *answer);
                                  Q_EMIT started(id);
                                  // The feed may have been faster than this answer.
                                  if (std::find(moved_.begin(), moved_.end(), answer->id) != moved_.end()) {
                                      read(id);
                                  }
                                  if (cancelled) {
                                      cancelNow(id);
                                  }
                              });
}

void CheckFlow::openCase(int id) {
    const auto opening = checks_.find(id)->opening;
    client_.openCase(opening, BackendClient::newKey(), &context_, [this, id, opening](Answer<Case> answer) {
        if (!answer) {
            startWasRefused(id, answer.error());
            return;
        }
        unstarted_[visitOf(opening)] = answer->summary;
        checks_.update(id, [&answer](Check& check) {
            check.summary = answer->summary;
            check.caseId = answer->summary.id;
            check.number = answer->summary.number;
            check.purposeTitle = answer->summary.purposeTitle;
            check.earlierBlocked = answer->earlierBlocked;
        });
        if (checks_.find(id) != nullptr) {
            startVerification(id);
        }
    });
}

void CheckFlow::sendToken(int id) {
    const auto* check = checks_.find(id);
    client_.submitToken(check->verification->id, keptToken(id), BackendClient::newKey(), &context_,
                        [this, id](Answer<Verification> answer) {
                            if (answer || answer.error().is("verification-over")) {
                                forgetToken(id);
                            }
                            if (answer) {
                                takeVerification(id, *answer);
                            } else if (!takeOver(id, answer.error())) {
                                refused(id, Event::tokenRefused, answer.error());
                            }
                        });
}

void CheckFlow::sendReport(int id) {
    const auto* check = checks_.find(id);
    const auto said = said_.find(id);
    if (said != said_.end() && check->verification) {
        reports_.add(id, check->verification->id, std::move(said->second));
    }
}

void CheckFlow::reported(int id, const PageReport& report, Answer<Verification> answer) {
    const auto* check = checks_.find(id);
    if (check == nullptr) {
        return;
    }
    if (answer) {
        if (check->verification && check->verification->id == answer->id) {
            takeVerification(id, *answer);
            // Where the page led is settled at once. Still waiting for the customer: it was none of this check's.
            const bool led =
                std::holds_alternative<PageReturned>(report) || std::holds_alternative<PageWentBack>(report);
            const auto* now = checks_.find(id);
            if (led && now != nullptr && now->verification->state == State::awaiting) {
                apply(id, Event::reportDropped);
            }
        }
        return;
    }
    if (takeOver(id, answer.error())) {
        return;
    }
    // The page can be opened again while the backend still waits for the customer. That it was closed is no loss: the
    // result comes by itself.
    const bool waits = check->verification && check->verification->state == State::awaiting;
    if (waits && !std::holds_alternative<PageFinished>(report)) {
        refused(id, Event::reportRefused, answer.error());
    } else {
        checks_.update(id, [&answer](Check& each) { each.problem = answer.error(); });
        read(id);
    }
}

void CheckFlow::sendRenewal(int id) {
    const auto* check = checks_.find(id);
    if (check->renewing || !check->verification) {
        return;
    }
    checks_.update(id, [](Check& each) { each.renewing = true; });
    client_.renewLaunch(check->verification->id, BackendClient::newKey(), &context_,
                        [this, id, asked = check->verification->id](Answer<Verification> answer) {
                            const auto* present = checks_.find(id);
                            if (present == nullptr || !present->verification || present->verification->id != asked) {
                                return;
                            }
                            if (answer) {
                                takeVerification(id, *answer);
                                checks_.update(id, [](Check& each) {
                                    each.renewing = false;
                                    ++each.renewals;
                                    each.trouble.clear();
                                    each.exit.clear();
                                });
                            } else if (!takeOver(id, answer.error())) {
                                read(id);  // it may have gone on
                                refused(id, Event::renewRefused, answer.error());
                            }
                        });
}

void CheckFlow::sendCancel(int id) {
    if (checks_.find(id)->cancelling) {
        return;
    }
    checks_.update(id, [](Check& each) { each.cancelling = true; });
    cancelNow(id);
}

void CheckFlow::cancelNow(int id) {
    const auto* check = checks_.find(id);
    if (check == nullptr || !check->verification || !isRunning(check->page)) {
        return;  // where the backend has not yet told which verification it is, this comes again when it has
    }
    client_.cancel(check->verification->id, BackendClient::newKey(), &context_,
                   [this, id](Answer<Verification> answer) {
                       checks_.update(id, [](Check& each) { each.cancelling = false; });
                       if (answer) {
                           takeVerification(id, *answer);
                       } else if (!takeOver(id, answer.error())) {
                           refused(id, Event::cancelRefused, answer.error());
                       }
                   });
}

void CheckFlow::sendClose(int id) {
    const auto* check = checks_.find(id);
    if (check->closing) {
        return;
    }
    checks_.update(id, [](Check& each) { each.closing = true; });
    client_.decide(check->caseId, {DecisionKind::close, {}}, BackendClient::newKey(), &context_,
                   [this, id](Answer<Case> answer) {
                       checks_.update(id, [](Check& each) { each.closing = false; });
                       if (answer || answer.error().is("case-closed")) {
                           apply(id, Event::caseClosed);
                       } else {
                           refused(id, Event::closeRefused, answer.error());
                       }
                   });
}

// One reading at a time, and another one if something moved meanwhile: the last answer is never older than the last
// move.
void CheckFlow::read(int id) {
    const auto* check = checks_.find(id);
    if (check == nullptr || !check->verification) {
        return;
    }
    if (!reading_.insert(id).second) {
        readAgain_.insert(id);
        return;
    }
    const auto asked = taken_[id];
    client_.verification(check->verification->id, &context_, [this, id, asked](Answer<Verification> answer) {
        reading_.erase(id);
        const auto* present = checks_.find(id);
        if (answer && present != nullptr && present->verification && present->verification->id == answer->id) {
            takeVerification(id, *answer, taken_[id] == asked ? Age::newest : Age::unknown);
        }
        if (readAgain_.erase(id) > 0) {
            read(id);
        }
    });
}

void CheckFlow::refused(int id, Event event, const CallError& error) {
    checks_.update(id, [&error](Check& check) { check.problem = error; });
    apply(id, event);
}

// "It is over already", with how it ended: that is an answer, not an error.
bool CheckFlow::takeOver(int id, const CallError& error) {
    if (!error.is("verification-over")) {
        return false;
    }
    try {
        const auto extra = JsonReader{error.problem.extra};
        takeVerification(id, verificationFrom(extra.requiredObject("verification")));
    } catch (const MemberError&) {
        read(id);
    }
    return true;
}

}  // namespace verdesk::desk
