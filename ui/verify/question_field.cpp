#include "ui/verify/question_field.h"

#include "contract/form_rules.h"
#include "ui/parts/check_box.h"
#include "ui/parts/labeled_field.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/style/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace verdesk::ui {
namespace {

constexpr int longestAnswer = 500;
constexpr int leastOption = 12;  // characters of an option that always have room

}  // namespace

QuestionField::QuestionField(const Question& question, QWidget* parent) : QWidget{parent}, question_{question} {
    setObjectName(QStringLiteral("question.%1").arg(toQt(question.key)));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    const auto title = inDeskLanguage(question.title);
    auto* control = this->control();
    if (control == nullptr) {
        column->addWidget(new Text{title, type::label, Tone::ink, this});
        column->addWidget(new Text{tr("This version of Verdesk cannot show this question. It is left to the customer."),
                                   type::secondary, Tone::second, this});
        return;
    }
    control->setObjectName(QStringLiteral("answer.%1").arg(toQt(question.key)));
    field_ = new LabeledField{question.mandatory ? tr("%1 (required)", "title of a question").arg(title) : title,
                              control, this};
    field_->setHint(hint());
    column->addWidget(field_);
}

QWidget* QuestionField::control() {
    if (isFixed(question_) && question_.kind != QuestionKind::unknown) {
        return fixedOf();
    }
    switch (question_.kind) {
        case QuestionKind::text:
            return lineOf();
        case QuestionKind::choice:
            return boxOf();
        case QuestionKind::choices:
            return choicesOf();
        case QuestionKind::unknown:
            break;
    }
    return nullptr;
}

// The focus can go there, so that a screen reader reads it.
QWidget* QuestionField::fixedOf() {
    fixed_ = new QLineEdit{presetInWords(), this};
    fixed_->setReadOnly(true);
    fixed_->setCursorPosition(0);
    return fixed_;
}

QWidget* QuestionField::lineOf() {
    line_ = new QLineEdit{this};
    line_->setPlaceholderText(presetInWords());  // what stands where it is emptied
    line_->setMaxLength(longestAnswer);
    connect(line_, &QLineEdit::textEdited, this, &QuestionField::edited);
    return line_;
}

QWidget* QuestionField::boxOf() {
    box_ = new QComboBox{this};
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMinimumContentsLength(leastOption);
    if (question_.preset.empty()) {
        box_->addItem(
            question_.readOnly ? tr("No answer") : tr("Left to the customer", "a question, not answered by staff"),
            QString{});
    }
    for (const auto& option : question_.options) {
        box_->addItem(inDeskLanguage(option.title), toQt(option.key));
    }
    box_->setFocusPolicy(Qt::StrongFocus);
    box_->installEventFilter(this);
    connect(box_, &QComboBox::currentIndexChanged, this, &QuestionField::edited);
    return box_;
}

QWidget* QuestionField::choicesOf() {
    auto* group = new QWidget{this};
    auto* column = new QVBoxLayout{group};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const auto& option : question_.options) {
        auto* choice = new CheckBox{inDeskLanguage(option.title), "", group};
        choice->setObjectName(QStringLiteral("answer.%1.%2").arg(toQt(question_.key), toQt(option.key)));
        choice->setAccessibleDescription(inDeskLanguage(question_.title));
        connect(choice, &CheckBox::toggled, this, &QuestionField::edited);
        column->addWidget(choice);
        choices_.push_back(choice);
    }
    return group;
}

QString QuestionField::presetInWords() const {
    QStringList words;
    for (const auto& each : question_.preset) {
        const auto option = std::find_if(question_.options.begin(), question_.options.end(),
                                         [&each](const QuestionOption& one) { return one.key == each; });
        words << (option == question_.options.end() ? toQt(each) : inDeskLanguage(option->title));
    }
    return words.join(QStringLiteral(", "));
}

// What becomes of it for the customer.
QString QuestionField::hint() const {
    if (question_.readOnly && question_.preset.empty()) {
        return tr("Only you can answer this: the customer sees it and cannot change it.");
    }
    if (question_.readOnly) {
        return tr("Fixed by your institution. The customer sees it and cannot change it.");
    }
    if (!question_.preset.empty()) {
        return question_.kind == QuestionKind::choices
                   ? tr("If nothing is ticked, this stands: %1.", "answers").arg(presetInWords())
                   : QString{};
    }
    return question_.mandatory ? tr("If you leave it open, the customer has to answer it.") : QString{};
}

std::vector<std::string> QuestionField::answer() const {
    std::vector<std::string> answer;
    if (line_ != nullptr && !line_->text().trimmed().isEmpty()) {
        answer.push_back(fromQt(line_->text().trimmed()));
    } else if (box_ != nullptr && !box_->currentData().toString().isEmpty()) {
        answer.push_back(fromQt(box_->currentData().toString()));
    }
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        if (choices_[i]->isChecked()) {
            answer.push_back(question_.options[i].key);
        }
    }
    return answer;
}

void QuestionField::setAnswer(const std::vector<std::string>& answer) {
    if (answer == this->answer()) {
        return;  // what is being typed keeps its cursor
    }
    if (line_ != nullptr) {
        line_->setText(answer.empty() ? QString{} : toQt(answer.front()));
    }
    if (box_ != nullptr) {
        const auto& stands = answer.empty() ? question_.preset : answer;
        const QSignalBlocker quiet{box_};
        box_->setCurrentIndex(std::max(0, box_->findData(stands.empty() ? QString{} : toQt(stands.front()))));
    }
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        const QSignalBlocker quiet{choices_[i]};
        const auto& key = question_.options[i].key;
        choices_[i]->setChecked(std::find(answer.begin(), answer.end(), key) != answer.end());
    }
}

void QuestionField::setError(const QString& words) {
    if (field_ == nullptr || field_->error() == words) {
        return;
    }
    field_->setError(words);
    for (auto* choice : choices_) {
        choice->setWrong(!words.isEmpty());
    }
}

QWidget* QuestionField::firstControl() const {
    if (fixed_ != nullptr) {
        return fixed_;
    }
    if (line_ != nullptr) {
        return line_;
    }
    return box_ != nullptr ? static_cast<QWidget*>(box_) : choices_.empty() ? nullptr : choices_.front();
}

void QuestionField::edited() {
    setError({});
    Q_EMIT changed();
}

// Whoever scrolls the page with the wheel must not change an answer in passing.
bool QuestionField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel && watched == box_ && !box_->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace verdesk::ui
