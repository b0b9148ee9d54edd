#pragma once
// Before anybody works: practice starting, practice's people, or name and password. Decides nothing.

#include "contract/session.h"
#include "desk/call_error.h"

#include <QScrollArea>

#include <vector>

class QStackedWidget;
class QVBoxLayout;

namespace verdesk::ui {

class Card;
class Columns;
class CredentialsForm;
class EmptyState;
class Text;

struct PracticePerson {
    Role role = Role::unknown;
    QString name;
};

class SignInPage : public QScrollArea {
    Q_OBJECT

public:
    explicit SignInPage(QWidget* parent = nullptr);

    void showStarting();
    void showFailed(const QString& words);
    void showPeople(const std::vector<PracticePerson>& people);
    void showForm();
    void setBusy(bool busy);
    void showError(const desk::CallError& error);
    // Somebody left: nothing of theirs stays.
    void reset();

Q_SIGNALS:
    void submitted(const QString& name, const QString& password);
    void personChosen(int index);
    void retryAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeForm();
    void turnTo(QWidget* page, int width);
    void takeFocus();

    Text* title_;
    Text* subtitle_;
    QStackedWidget* stack_;
    QWidget* holder_;
    QWidget* starting_;
    EmptyState* failed_;
    QWidget* people_;
    Columns* cards_;
    Text* peopleProblem_;
    QWidget* formSide_;
    CredentialsForm* form_;
    std::vector<QWidget*> roleCards_;
    int width_ = 0;
};

}  // namespace verdesk::ui
