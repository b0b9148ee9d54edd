#pragma once
// A label, its control, and what is wrong with it below. Several stand side by side in a FormRow.

#include <QWidget>

namespace verdesk::ui {

class Columns;
class Text;

class LabeledField : public QWidget {
    Q_OBJECT

public:
    // Takes the control; its accessible name becomes the label.
    LabeledField(const QString& label, QWidget* control, QWidget* parent = nullptr);

    // Empty: nothing is wrong. Marks the control and says it to a screen reader.
    void setError(const QString& words);
    QString error() const;
    // A quiet line where no error stands.
    void setHint(const QString& words);
    QWidget* control() const {
        return control_;
    }

private:
    QWidget* control_;
    Text* below_;
    QString error_;
    QString hint_;
};

// Sets or clears the mark of a wrong control.
void markWrong(QWidget* control, bool wrong);

// Fields side by side in given shares; one below the other where that is too narrow.
class FormRow : public QWidget {
    Q_OBJECT

public:
    explicit FormRow(QWidget* parent = nullptr);
    void add(QWidget* field, int share);

private:
    Columns* columns_;
};

}  // namespace verdesk::ui
