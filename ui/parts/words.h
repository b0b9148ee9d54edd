#pragma once
// The few words for states, verdicts, claims and reasons: the same on every page. All translated; nothing of a
// provider.

#include "contract/case.h"
#include "contract/verification.h"

#include <QCoreApplication>
#include <QString>

namespace verdesk::ui {

// Why a check ended without a proof, in the order in which staff need it.
struct EndWords {
    QString heading;  // what happened, in a few words
    QString what;     // what happened, in a sentence
    QString why;      // why
    QString next;     // what to do
};

class Words {
    Q_DECLARE_TR_FUNCTIONS(verdesk::ui::Words)

public:
    static QString of(State state);
    static QString of(claims::Verdict verdict);
    static QString of(claims::Status status);
    static QString of(claims::Channel channel);
    static QString of(Environment environment);
    static QString of(Answering answering);
    static QString of(DecisionKind decision);
    static QString of(CaseState state);
    static QString of(Role role);

    // "Participant 1": a person who was added to a check.
    static QString participant(int number);

    // "Identity" for identity_verified; a name that we do not know, made readable.
    static QString claimLabel(const std::string& name);
    // The same, or the words that came with the claim.
    static QString claimLabel(const claims::Claim& claim);
    // "Verified", "812", "0.98 of 1", "KE → GB". Empty for a missing claim.
    static QString claimValue(const claims::Claim& claim);
    // What a claim that is asked for will say: "yes or no", "verified, band".
    static QString askHint(const std::string& name);
    // What a score means by the account's thresholds; empty where there are none.
    static QString scoreBand(const claims::Score& score);
    // Why a verdict is not `pass`: "The customer did not share: Income."
    static QString of(const claims::Reason& reason);

    static EndWords of(claims::Decline decline);
    static EndWords of(Failure failure);
    static QString of(claims::Advice advice);

    // A language by its own name: "Deutsch" for "de".
    static QString language(const std::string& code);
};

// Text of the contract in Qt's.
inline QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string fromQt(const QString& text) {
    return text.toStdString();
}
// In the language of the running desk, or else English, or else any.
QString inDeskLanguage(const Localized& text);

// Local time of day with seconds: "10:42:08", and with the date where it is not that of `now`.
QString clockTime(Instant at);
QString dayAndTime(Instant at, Instant now);
// "41 s", "3 min 05 s", "1 h 12 min".
QString duration(std::chrono::milliseconds time);
// A number as the desk's language writes it, without needless zeros.
QString number(double value);

}  // namespace verdesk::ui
