#include "ui/shell/credentials_form.h"

#include "desk/words.h"
#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/labeled_field.h"
#include "ui/parts/text.h"
#include "ui/shell/password_field.h"
#include "ui/style/tokens.h"

#include <QVBoxLayout>

namespace verdesk::ui {

CredentialsForm::CredentialsForm(const QString& prefix, bool withName, const QString& button, QWidget* parent)
    : QWidget{parent}, words_{button} {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::between);
    if (withName) {
        name_ = new QLineEdit{this};
        name_->setObjectName(prefix + QStringLiteral(".name"));
        name_->setMaxLength(200);
        nameField_ = new LabeledField{tr("Name"), name_, this};
        column->addWidget(nameField_);
        connect(name_, &QLineEdit::returnPressed, this, &CredentialsForm::submit);
    }
    password_ = new PasswordField{(prefix + QStringLiteral(".password")).toLatin1().constData(), this};
    passwordField_ = new LabeledField{tr("Password"), password_, this};
    column->addWidget(passwordField_);
    caps_ = new Text{tr("Caps Lock seems to be on."), type::secondary, Tone::warn, this};
    caps_->setObjectName(prefix + QStringLiteral(".capsLock"));
    caps_->hide();
    column->addWidget(caps_);
    problem_ = new Text{{}, type::medium, Tone::bad, this};
    problem_->setObjectName(prefix + QStringLiteral(".problem"));
    problem_->hide();
    column->addWidget(problem_);
    button_ = new PrimaryButton{button, (prefix + QStringLiteral(".submit")).toLatin1().constData(), this};
    column->addSpacing(metrics::tight);
    column->addWidget(button_);
    connect(password_, &QLineEdit::returnPressed, this, &CredentialsForm::submit);
    connect(password_, &PasswordField::capsLockSeems, caps_, &QWidget::setVisible);
    connect(button_, &QPushButton::clicked, this, &CredentialsForm::submit);
    tick_.setInterval(250);
    connect(&tick_, &QTimer::timeout, this, &CredentialsForm::countDown);
}

void CredentialsForm::setBusy(bool busy) {
    busy_ = busy;
    if (busy) {
        problem_->hide();
    }
    arrange();
}

void CredentialsForm::showError(const desk::CallError& error) {
    password_->clear();
    problem_->setText(desk::inWords(error));
    problem_->show();
    announce(problem_, problem_->text());
    const auto asked = error.problem.extra.find("retryAfterMs");
    if (error.is("sign-in-throttled") && asked != error.problem.extra.end() && asked->is_number_integer()) {
        waitMs_ = asked->get<qint64>();
        since_.start();
        tick_.start();
        countDown();
    }
    arrange();
    takeFocus();
}

void CredentialsForm::clear(bool nameToo) {
    password_->clear();
    if (nameToo && name_ != nullptr) {
        name_->clear();
    }
    caps_->hide();
    if (!tick_.isActive()) {
        problem_->hide();
    }
}

void CredentialsForm::takeFocus() {
    if (name_ != nullptr && name_->text().isEmpty()) {
        name_->setFocus();
    } else {
        password_->setFocus();
    }
}

void CredentialsForm::submit() {
    if (busy_ || tick_.isActive()) {
        return;
    }
    const bool named = name_ == nullptr || !name_->text().trimmed().isEmpty();
    if (nameField_ != nullptr) {
        nameField_->setError(named ? QString{} : tr("Type your name."));
    }
    passwordField_->setError(password_->text().isEmpty() ? tr("Type your password.") : QString{});
    if (!named || password_->text().isEmpty()) {
        (named ? static_cast<QWidget*>(password_) : name_)->setFocus();
        return;
    }
    Q_EMIT submitted(name_ == nullptr ? QString{} : name_->text(), password_->text());
}

// Against the clock, not by ticks: a timer may fire early or late.
void CredentialsForm::countDown() {
    const auto left = waitMs_ - since_.elapsed();
    if (left <= 0) {
        tick_.stop();
        problem_->hide();
    } else {
        problem_->setText(tr("Too many attempts. You can try again in %1 s.").arg((left + 999) / 1000));
    }
    arrange();
}

void CredentialsForm::arrange() {
    button_->setEnabled(!busy_ && !tick_.isActive());
    button_->setWords(busy_ ? tr("One moment…") : words_);
}

}  // namespace verdesk::ui
