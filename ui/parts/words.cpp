#include "ui/parts/words.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace verdesk::ui {
namespace {

QDateTime localTime(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).toLocalTime();
}

}  // namespace

QString Words::of(State state) {
    switch (state) {
        case State::requesting:
            return tr("Starting", "state of a check");
        case State::awaiting:
            return tr("Waiting", "state of a check: for the customer");
        case State::verifying:
            return tr("Checking", "state of a check");
        case State::completed:
            return tr("Completed", "state of a check");
        case State::declined:
            return tr("Declined", "state of a check");
        case State::expired:
            return tr("Expired", "state of a check");
        case State::cancelled:
            return tr("Cancelled", "state of a check");
        case State::failed:
            return tr("Failed", "state of a check");
        case State::unknown:
            break;
    }
    return tr("Unknown", "state of a check");
}

QString Words::of(claims::Verdict verdict) {
    switch (verdict) {
        case claims::Verdict::pass:
            return tr("Pass", "verdict");
        case claims::Verdict::review:
            return tr("Review", "verdict: a person has to look at it");
        case claims::Verdict::fail:
            return tr("Fail", "verdict");
        case claims::Verdict::blocked:
            return tr("Blocked", "verdict");
        case claims::Verdict::none:
            break;
    }
    return tr("No verdict", "verdict");
}

QString Words::of(claims::Status status) {
    switch (status) {
        case claims::Status::proven:
            return tr("Proven", "status of a claim");
        case claims::Status::stated:
            return tr("Stated", "status of a claim: passed on, not checked");
        case claims::Status::missing:
            return tr("Missing", "status of a claim");
        case claims::Status::contradicted:
            return tr("Contradicted", "status of a claim");
        case claims::Status::unknown:
            break;
    }
    return tr("Unknown", "status of a claim");
}

QString Words::of(claims::Channel channel) {
    switch (channel) {
        case claims::Channel::poll:
            return tr("our call", "how a result reached us: we asked");
        case claims::Channel::webhook:
            return tr("webhook", "how a result reached us: the provider sent it");
        case claims::Channel::verify:
            return tr("our check", "how a result reached us: the answer to our call with what the customer handed in");
        case claims::Channel::unknown:
            break;
    }
    return tr("unknown way", "how a result reached us");
}

QString Words::of(Environment environment) {
    switch (environment) {
        case Environment::practice:
            return tr("Practice", "environment");
        case Environment::sandbox:
            return tr("Sandbox", "environment: a provider's test world");
        case Environment::live:
            return tr("Live", "environment");
        case Environment::unknown:
            break;
    }
    return tr("Unknown", "environment");
}

QString Words::of(Answering answering) {
    switch (answering) {
        case Answering::answering:
            return tr("Answering", "how a provider answers");
        case Answering::slow:
            return tr("Slow", "how a provider answers");
        case Answering::down:
            return tr("Not answering", "how a provider answers");
        case Answering::unknown:
            break;
    }
    return tr("Not tried yet", "how a provider answers");
}

QString Words::of(DecisionKind decision) {
    switch (decision) {
        case DecisionKind::approve:
            return tr("Approved", "decision on a case");
        case DecisionKind::reject:
            return tr("Rejected", "decision on a case");
        case DecisionKind::escalate:
            return tr("Escalated", "decision on a case");
        case DecisionKind::close:
            return tr("Closed", "a case was closed");
        case DecisionKind::unknown:
            break;
    }
    return tr("Undecided", "decision on a case");
}

QString Words::of(CaseState state) {
    switch (state) {
        case CaseState::open:
            return tr("Open", "state of a case");
        case CaseState::closed:
            return tr("Closed", "state of a case");
        case CaseState::unknown:
            break;
    }
    return tr("Unknown", "state of a case");
}

QString Words::of(Role role) {
    switch (role) {
        case Role::teller:
            return tr("Teller", "role");
        case Role::officer:
            return tr("Compliance officer", "role");
        case Role::admin:
            return tr("Administrator", "role");
        case Role::unknown:
            break;
    }
    return tr("Unknown role", "role");
}

QString Words::participant(int number) {
    return tr("Participant %1", "a person added to a check; number").arg(number);
}

QString Words::language(const std::string& code) {
    const QLocale locale{toQt(code)};
    auto name = locale.nativeLanguageName();
    if (name.isEmpty()) {
        return toQt(code);
    }
    if (locale.language() == QLocale::English) {
        name = QStringLiteral("English");  // not "American English"
    }
    return name.at(0).toUpper() + name.sliced(1);
}

QString inDeskLanguage(const Localized& text) {
    return toQt(text.in(fromQt(QLocale{}.name().left(2))));
}

QString clockTime(Instant at) {
    return QLocale{}.toString(localTime(at).time(), QStringLiteral("HH:mm:ss"));
}

QString dayAndTime(Instant at, Instant now) {
    const auto local = localTime(at);
    const auto time = QLocale{}.toString(local.time(), QStringLiteral("HH:mm"));
    return local.date() == localTime(now).date() ? time
                                                 : QLocale{}.toString(local.date(), QLocale::ShortFormat) + u' ' + time;
}

QString duration(std::chrono::milliseconds time) {
    const auto seconds = std::max<std::int64_t>(0, (time.count() + 500) / 1000);
    if (seconds == 0) {
        return Words::tr("under 1 s", "less than a second");
    }
    if (seconds < 60) {
        return Words::tr("%1 s", "seconds").arg(seconds);
    }
    if (seconds < 3600) {
        return Words::tr("%1 min %2 s", "minutes and seconds")
            .arg(seconds / 60)
            .arg(seconds % 60, 2, 10, QLatin1Char{'0'});
    }
    return Words::tr("%1 h %2 min", "hours and minutes").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString number(double value) {
    return QLocale{}.toString(value, 'f', QLocale::FloatingPointShortest);
}

}  // namespace verdesk::ui
