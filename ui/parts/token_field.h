#pragma once
// Where a token is typed, pasted or scanned. Groups and upper-cases as it goes (token_format.h), says in words what
// looks wrong, and never refuses: Return sends at once what could be a token. Where the text is plainly none yet (too
// short, a session code, a strange character) the first Return says so, and the second sends it all the same. The token
// is emitted once and not kept here: the text is wiped, and there is no undo.

#include "ui/parts/token_format.h"

#include <QWidget>

class QLineEdit;

namespace verdesk::ui {

class Text;

class TokenField : public QWidget {
    Q_OBJECT

public:
    explicit TokenField(QWidget* parent = nullptr);

    // Hints from the launch. What is typed already is grouped anew.
    void setShapes(const TokenShapes& shapes, const std::string& example);
    QLineEdit* line() const {
        return line_;
    }
    QString remark() const;          // the words below the field, or empty
    void submit();                   // as Return does
    void fill(const QString& text);  // in place of what stands there
    void wipe();

Q_SIGNALS:
    void submitted(const QString& token);
    void filledChanged(bool filled);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void edited();
    void setTyped(const Typed& better);
    void say(const TokenOpinion& opinion);
    QString wordsFor(const TokenOpinion& opinion) const;

    QLineEdit* line_;
    Text* below_;
    TokenShapes shapes_;
    QString example_;
    bool warned_ = false;
};

}  // namespace verdesk::ui
