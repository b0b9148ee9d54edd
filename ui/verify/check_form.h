#pragma once
// Who is at the counter, what for, and what was read and attested. Says what is missing; in an open case it only shows.

#include "ui/verify/reference_rule.h"
#include "ui/verify/verify_context.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace verdesk::ui {

class Card;
class CheckBox;
class LabeledField;

class CheckForm : public QWidget {
    Q_OBJECT

public:
    explicit CheckForm(QWidget* parent = nullptr);

    // Keeps what was typed where it still fits.
    void setContext(const VerifyContext& context);
    OpenCase value() const;
    // As it was when that was its value: what was read and attested still is.
    void setValue(const OpenCase& value);
    void clear();
    // A word on what is missing or wrong first, in the order of the page; empty: the form is right.
    QString missing() const;
    // Moves the focus there and marks it.
    void showMissing();
    QWidget* firstField() const;

Q_SIGNALS:
    void changed();
    // A reference that fits the rule, after a pause or when the field is left; once for each.
    void referenceEntered(const QString& reference);
    void accepted();  // Return in the last field that is right

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void judgeReference(bool strictly);
    void offerReference();
    void showConsent();
    std::string language() const;

    ReferenceRule rule_;
    Institution institution_;
    QLineEdit* reference_;
    LabeledField* referenceField_;
    QComboBox* purpose_;
    LabeledField* purposeField_;
    QComboBox* language_;
    CheckBox* consent_;
    CheckBox* attestation_;
    QTimer pause_;
    QString offered_;
};

}  // namespace verdesk::ui
