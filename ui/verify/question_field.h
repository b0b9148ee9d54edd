#pragma once
// One question of a form, with what staff fill in of it for the customer. A fixed one shows its preset in words.

#include "contract/form.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;

namespace verdesk::ui {

class CheckBox;
class LabeledField;

class QuestionField : public QWidget {
    Q_OBJECT

public:
    explicit QuestionField(const Question& question, QWidget* parent = nullptr);

    const std::string& key() const {
        return question_.key;
    }
    // A text, or options' keys; empty: left as it is preset, or to the customer. Always empty of a fixed one.
    std::vector<std::string> answer() const;
    // Tells nobody.
    void setAnswer(const std::vector<std::string>& answer);
    // What is wrong with the answer; empty: nothing. Goes by itself when the answer is changed.
    void setError(const QString& words);
    // Null where this version cannot show the question.
    QWidget* firstControl() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* control();
    QWidget* fixedOf();
    QWidget* lineOf();
    QWidget* boxOf();
    QWidget* choicesOf();
    QString hint() const;
    QString presetInWords() const;
    void edited();

    Question question_;
    LabeledField* field_ = nullptr;
    QLineEdit* fixed_ = nullptr;
    QLineEdit* line_ = nullptr;
    QComboBox* box_ = nullptr;
    std::vector<CheckBox*> choices_;  // in the order of the options
};

}  // namespace verdesk::ui
