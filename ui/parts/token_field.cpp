#include "ui/parts/token_field.h"

#include "ui/parts/announce.h"
#include "ui/parts/labeled_field.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

constexpr int longest = 200;  // no token comes near

}  // namespace

TokenField::TokenField(QWidget* parent)
    : QWidget{parent}, line_{new QLineEdit{this}}, below_{new Text{{}, type::secondary, Tone::second, this}} {
    line_->setObjectName(QStringLiteral("tokenLine"));
    line_->setAccessibleName(tr("Token"));
    line_->setProperty("big", true);
    line_->setMaxLength(longest);
    line_->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase);
    line_->setContextMenuPolicy(Qt::NoContextMenu);  // no "undo", no copy of a secret by accident
    line_->installEventFilter(this);
    below_->setObjectName(QStringLiteral("tokenRemark"));
    below_->setMinimumHeight(Theme::current().scaled(type::secondary.line));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::inside);
    column->addWidget(line_);
    column->addWidget(below_);
    setFocusProxy(line_);
    connect(line_, &QLineEdit::textEdited, this, &TokenField::edited);
    const auto dress = [this] {
        auto face = Theme::current().mono(type::title);
        face.setWeight(QFont::Medium);
        face.setLetterSpacing(QFont::PercentageSpacing, 106);
        line_->setFont(face);
    };
    dress();
    connect(&Theme::current(), &Theme::changed, this, dress);
}

void TokenField::setShapes(const TokenShapes& shapes, const std::string& example) {
    shapes_ = shapes;
    example_ = QString::fromStdString(example);
    line_->setPlaceholderText(example_);
    setTyped(grouped({line_->text(), line_->cursorPosition()}, shapes_));
    say({});
}

QString TokenField::remark() const {
    return below_->text();
}

void TokenField::edited() {
    setTyped(grouped({line_->text(), line_->cursorPosition()}, shapes_));
    warned_ = false;
    // While typing, only what more typing cannot mend.
    const auto opinion = opinionOn(line_->text(), shapes_);
    const bool mends = opinion.remark == TokenRemark::empty || opinion.remark == TokenRemark::tooShort ||
                       opinion.remark == TokenRemark::sessionCode;
    say(mends || opinion.remark == TokenRemark::unknownShape ? TokenOpinion{} : opinion);
    Q_EMIT filledChanged(!line_->text().isEmpty());
}

void TokenField::setTyped(const Typed& better) {
    if (better.text != line_->text()) {
        line_->setText(better.text);  // also forgets what could be undone
    }
    line_->setCursorPosition(better.caret);
}

QString TokenField::wordsFor(const TokenOpinion& opinion) const {
    switch (opinion.remark) {
        case TokenRemark::none:
            return {};
        case TokenRemark::empty:
            return tr("Enter the token that the customer reads out.");
        case TokenRemark::strangeCharacter:
            return tr("“%1” is in no token: there are only letters, digits and dashes.").arg(opinion.character);
        case TokenRemark::tooShort:
            return tr("Not complete yet: %n character(s) missing.", nullptr, opinion.missing);
        case TokenRemark::sessionCode:
            return tr(
                "This looks like the 8-character code of a QR session. The token is longer: the customer finds it "
                "in their wallet app.");
        case TokenRemark::tooLong:
            return tr("Longer than a token usually is.");
        case TokenRemark::unknownShape:
            return example_.isEmpty() ? tr("A token usually looks different.")
                                      : tr("A token usually looks like this: %1").arg(example_);
    }
    return {};
}

void TokenField::say(const TokenOpinion& opinion) {
    const auto words = wordsFor(opinion);
    below_->setText(words);
    below_->setTone(opinion.remark == TokenRemark::none ? Tone::second : Tone::warn);
    line_->setAccessibleDescription(words);
    markWrong(line_, opinion.remark == TokenRemark::strangeCharacter);
    if (!words.isEmpty()) {
        announce(below_, words);
    }
}

void TokenField::submit() {
    const auto opinion = opinionOn(line_->text(), shapes_);
    if (opinion.remark == TokenRemark::empty) {
        say(opinion);
        line_->setFocus();
        return;
    }
    const bool plainlyNone = opinion.remark == TokenRemark::strangeCharacter ||
                             opinion.remark == TokenRemark::tooShort || opinion.remark == TokenRemark::sessionCode;
    if (plainlyNone && !warned_) {
        warned_ = true;
        say(opinion);
        below_->setText(below_->text() + u' ' + tr("Press Enter again to send it all the same."));
        announce(below_, below_->text());
        line_->setFocus();
        return;
    }
    auto token = tokenOf(line_->text());
    wipe();
    Q_EMIT submitted(token);
    token.fill(u'\0');
}

void TokenField::fill(const QString& text) {
    setTyped(regrouped(text, shapes_));
    warned_ = false;
    Q_EMIT filledChanged(!line_->text().isEmpty());
}

void TokenField::wipe() {
    auto kept = line_->text();
    line_->setText({});  // unlike clear(), leaves nothing to undo
    kept.fill(u'\0');
    warned_ = false;
    say({});
    Q_EMIT filledChanged(false);
}

bool TokenField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == line_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (!key->isAutoRepeat()) {
                submit();
            }
            return true;
        }
    }
    if (watched == line_ && event->type() == QEvent::FocusOut && !line_->text().isEmpty() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        say(opinionOn(line_->text(), shapes_));
        warned_ = !below_->text().isEmpty();
    }
    return QWidget::eventFilter(watched, event);
}

void TokenField::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    line_->setFocus();
}

}  // namespace verdesk::ui
