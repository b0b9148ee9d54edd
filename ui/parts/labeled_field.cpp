#include "ui/parts/labeled_field.h"

#include "ui/parts/announce.h"
#include "ui/parts/columns.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QStyle>
#include <QVBoxLayout>

namespace verdesk::ui {

void markWrong(QWidget* control, bool wrong) {
    if (control->property("wrong").toBool() != wrong) {
        control->setProperty("wrong", wrong);
        control->style()->unpolish(control);
        control->style()->polish(control);
        control->update();
    }
}

LabeledField::LabeledField(const QString& label, QWidget* control, QWidget* parent)
    : QWidget{parent}, control_{control}, below_{new Text{{}, type::secondary, Tone::bad, this}} {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::inside - 1);
    auto* title = new Text{label, type::label, Tone::ink, this};
    title->setBuddy(control);
    column->addWidget(title);
    column->addWidget(control);
    column->addWidget(below_);
    control->setAccessibleName(label);
    below_->setObjectName(control->objectName() + QStringLiteral("Error"));
    below_->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void LabeledField::setError(const QString& words) {
    error_ = words;
    below_->setText(words.isEmpty() ? hint_ : words);
    below_->setTone(words.isEmpty() ? Tone::second : Tone::bad);
    below_->setVisible(!below_->text().isEmpty());
    control_->setAccessibleDescription(below_->text());
    markWrong(control_, !words.isEmpty());
    if (!words.isEmpty()) {
        announce(below_, words);
    }
}

QString LabeledField::error() const {
    return error_;
}

void LabeledField::setHint(const QString& words) {
    hint_ = words;
    setError(error_);
}

FormRow::FormRow(QWidget* parent) : QWidget{parent}, columns_{new Columns{80, 8, false, metrics::between, this}} {
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FormRow::add(QWidget* field, int share) {
    columns_->add(field, share);
}

}  // namespace verdesk::ui
