#pragma once
// What was checked of an identity document: is it valid still, who issued it, how old is its holder. In words, each
// with how it turned out; what the claims do not say is not checked, and has no line.

#include "contract/verification.h"
#include "ui/parts/card.h"

#include <QString>

#include <vector>

namespace verdesk::ui {

struct DocumentCheck {
    enum class Result { good, bad, told };  // `told`: nothing was demanded of it
    Result result = Result::told;
    QString words;
    bool operator==(const DocumentCheck&) const = default;
};

// `today`: YYYY-MM-DD of the day of the check.
std::vector<DocumentCheck> documentChecksOf(const std::vector<claims::Claim>& claims, const std::string& today);

// The same as lines. Hides itself where there are none.
class DocumentChecks : public Card {
    Q_OBJECT

public:
    explicit DocumentChecks(QWidget* parent = nullptr);
    void setVerification(const Verification& verification);
    void setCovered(bool covered);

private:
    QWidget* lines_;
    std::vector<DocumentCheck> shown_;
    bool covered_ = false;
};

}  // namespace verdesk::ui
