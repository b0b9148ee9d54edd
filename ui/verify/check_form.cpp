#include "ui/verify/check_form.h"

#include "ui/parts/announce.h"
#include "ui/parts/card.h"
#include "ui/parts/check_box.h"
#include "ui/parts/columns.h"
#include "ui/parts/labeled_field.h"
#include "ui/parts/rule.h"
#include "ui/parts/words.h"
#include "ui/style/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

constexpr int pauseMs = 400;  // after the last key, before the reference is looked up

void selectData(QComboBox* box, const QVariant& data) {
    const int found = box->findData(data);
    box->setCurrentIndex(found >= 0 ? found : box->count() > 0 ? 0 : -1);
}

}  // namespace

CheckForm::CheckForm(QWidget* parent) : QWidget{parent} {
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card{this};
    card->body()->setContentsMargins(metrics::field, metrics::between, metrics::field, metrics::between);
    card->body()->setSpacing(metrics::snug);
    outer->addWidget(card);

    auto* row = new FormRow{card};
    reference_ = new QLineEdit{card};
    reference_->setObjectName(QStringLiteral("referenceField"));
    reference_->setMaxLength(120);
    reference_->installEventFilter(this);
    referenceField_ = new LabeledField{tr("Customer reference"), reference_, row};
    row->add(referenceField_, 4);
    purpose_ = new QComboBox{card};
    purpose_->setObjectName(QStringLiteral("purposeBox"));
    purposeField_ = new LabeledField{tr("Purpose"), purpose_, row};
    row->add(purposeField_, 4);
    language_ = new QComboBox{card};
    language_->setObjectName(QStringLiteral("languageBox"));
    row->add(new LabeledField{tr("Customer's language"), language_, row}, 2);
    card->body()->addWidget(row);
    card->body()->addWidget(new Rule{card});

    auto* promises = new QWidget{card};
    auto* columns = new Columns{420, 2, false, metrics::card, promises};
    consent_ = new CheckBox{{}, "consentBox", promises};
    attestation_ = new CheckBox{{}, "attestationBox", promises};
    columns->add(consent_);
    columns->add(attestation_);
    card->body()->addWidget(promises);

    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &CheckForm::offerReference);
    connect(reference_, &QLineEdit::textEdited, this, [this] {
        judgeReference(false);
        pause_.start(pauseMs);
        Q_EMIT changed();
    });
    connect(purpose_, &QComboBox::currentIndexChanged, this, [this] {
        purposeField_->setError({});
        Q_EMIT changed();
    });
    connect(language_, &QComboBox::currentIndexChanged, this, [this] {
        // Another language is another text, which has not been read yet.
        consent_->setChecked(false);
        showConsent();
        Q_EMIT changed();
    });
    for (auto* box : {consent_, attestation_}) {
        box->installEventFilter(this);
        connect(box, &CheckBox::toggled, this, [this, box] {
            box->setWrong(false);
            Q_EMIT changed();
        });
    }
}

void CheckForm::setContext(const VerifyContext& context) {
    const auto purpose = purpose_->currentData();
    const auto language = language_->currentData();
    institution_ = context.institution;
    rule_ = ReferenceRule{institution_};
    reference_->setPlaceholderText(rule_.example());
    const QSignalBlocker quietPurpose{purpose_};
    const QSignalBlocker quietLanguage{language_};
    purpose_->clear();
    for (const auto& each : institution_.purposes) {
        purpose_->addItem(inDeskLanguage(each.title), toQt(each.id));
    }
    if (purpose_->count() > 1) {
        purpose_->setPlaceholderText(tr("Choose a purpose"));
        purpose_->setCurrentIndex(purpose_->findData(purpose));
    }
    language_->clear();
    for (const auto& each : institution_.languages) {
        language_->addItem(Words::language(each), toQt(each));
    }
    selectData(language_, language.isValid() ? language : QVariant{QLocale{}.name().left(2)});
    attestation_->setWords(inDeskLanguage(institution_.attestation.text));
    showConsent();
    Q_EMIT changed();
}

std::string CheckForm::language() const {
    return fromQt(language_->currentData().toString());
}

void CheckForm::showConsent() {
    consent_->setWords(tr("Read to the customer, who agrees: “%1”", "the institution's text in the customer's language")
                           .arg(toQt(institution_.consent.text.in(language()))));
}

OpenCase CheckForm::value() const {
    OpenCase form;
    form.reference = fromQt(ReferenceRule::tidy(reference_->text()));
    form.purpose = fromQt(purpose_->currentData().toString());
    form.consentVersion = institution_.consent.version;
    form.consentLanguage = language();
    form.attestationVersion = institution_.attestation.version;
    return form;
}

void CheckForm::setValue(const OpenCase& value) {
    offered_ = toQt(value.reference);  // it was looked up before
    reference_->setText(offered_);
    referenceField_->setError({});
    purpose_->setCurrentIndex(purpose_->findData(toQt(value.purpose)));
    selectData(language_, toQt(value.consentLanguage));
    consent_->setChecked(value.consentVersion == institution_.consent.version);
    attestation_->setChecked(value.attestationVersion == institution_.attestation.version);
    Q_EMIT changed();
}

void CheckForm::clear() {
    pause_.stop();
    offered_.clear();
    reference_->setText({});
    referenceField_->setError({});
    purposeField_->setError({});
    if (purpose_->count() > 1) {
        purpose_->setCurrentIndex(-1);
    }
    selectData(language_, QLocale{}.name().left(2));
    for (auto* box : {consent_, attestation_}) {
        box->setChecked(false);
        box->setWrong(false);
    }
    Q_EMIT changed();
}

QString CheckForm::missing() const {
    switch (rule_.fit(reference_->text())) {
        case ReferenceRule::Fit::empty:
            return tr("Enter the customer's reference first.");
        case ReferenceRule::Fit::wrong:
            return tr("The reference is not right yet.");
        case ReferenceRule::Fit::right:
            break;
    }
    if (purpose_->currentIndex() < 0) {
        return tr("Choose a purpose first.");
    }
    if (!consent_->isChecked()) {
        return tr("Read the text to the customer first.");
    }
    if (!attestation_->isChecked()) {
        return tr("Confirm who is in front of you first.");
    }
    return {};
}

void CheckForm::showMissing() {
    const auto words = missing();
    if (rule_.fit(reference_->text()) != ReferenceRule::Fit::right) {
        judgeReference(true);
        reference_->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (purpose_->currentIndex() < 0) {
        purposeField_->setError(tr("Choose a purpose."));
        purpose_->setFocus(Qt::OtherFocusReason);
        return;
    }
    auto* box = !consent_->isChecked() ? consent_ : attestation_;
    if (!box->isChecked()) {
        box->setWrong(true);
        box->setFocus(Qt::OtherFocusReason);
        announce(this, words);
    }
}

QWidget* CheckForm::firstField() const {
    return reference_;
}

void CheckForm::judgeReference(bool strictly) {
    const auto fit = rule_.fit(reference_->text());
    if (fit == ReferenceRule::Fit::right) {
        referenceField_->setError({});
    } else if (strictly || !referenceField_->error().isEmpty()) {
        const auto example = rule_.example();
        if (fit == ReferenceRule::Fit::empty) {
            referenceField_->setError(strictly ? tr("Enter the customer's reference.") : QString{});
        } else {
            referenceField_->setError(example.isEmpty() ? tr("This is not a reference of this bank.")
                                                        : tr("A reference looks like this: %1").arg(example));
        }
    }
}

void CheckForm::offerReference() {
    pause_.stop();
    const auto reference = ReferenceRule::tidy(reference_->text());
    if (rule_.fit(reference) == ReferenceRule::Fit::right && reference != offered_) {
        offered_ = reference;
        Q_EMIT referenceEntered(reference);
    }
}

bool CheckForm::eventFilter(QObject* watched, QEvent* event) {
    if (watched == reference_ && event->type() == QEvent::FocusOut) {
        judgeReference(!reference_->text().isEmpty());
        // Not at once: the focus also goes while the window is being destroyed, and then nobody may be told.
        pause_.start(0);
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            offerReference();
            if (missing().isEmpty()) {
                Q_EMIT accepted();
            } else {
                showMissing();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace verdesk::ui
