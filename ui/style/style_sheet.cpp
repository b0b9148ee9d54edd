#include "ui/style/style_sheet.h"

#include "ui/style/fonts.h"

#include <QHash>

#include <cmath>

namespace verdesk::ui {
namespace {

// @name@ stands for a token. A control's inner padding shrinks by what its edge grows when it has the focus, so that
// nothing moves.
constexpr auto text = R"(
QToolTip { background: @ink@; color: @surface@; border: 0; padding: 4px 8px; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {
  background: @field@; color: @ink@; border: 1px solid @strongLine@; border-radius: @radius@px;
  selection-background-color: @primary@; selection-color: @onPrimary@;
}
QLineEdit, QComboBox, QDateEdit { min-height: @fieldInner@px; padding: 0 12px; }
QLineEdit { padding: 0 10px; }
QLineEdit[big="true"] { min-height: @bigInner@px; }
QPlainTextEdit { padding: 7px 8px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: @second@; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus {
  border: 2px solid @focus@; min-height: @fieldInnerFocus@px; padding: 0 11px;
}
QLineEdit:focus { padding: 0 9px; }
QLineEdit[big="true"]:focus { min-height: @bigInnerFocus@px; }
QPlainTextEdit:focus { border: 2px solid @focus@; padding: 6px 7px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: @bad@; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: @neutralTint@; color: @second@; border-color: @line@;
}
QLineEdit:read-only { background: @neutralTint@; border-color: @line@; }
QLineEdit:read-only:focus { border: 2px solid @focus@; }

QComboBox::drop-down { border: 0; width: 36px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-field.svg); width: 20px; height: 20px; }
QComboBox QAbstractItemView {
  background: @surface@; color: @ink@; border: 1px solid @line@; outline: 0; padding: 4px;
  selection-background-color: @accentTint@; selection-color: @accentText@;
}
QComboBox QAbstractItemView::item { min-height: @item@px; padding: 0 8px; border-radius: 6px; }

QCheckBox { color: @ink@; spacing: 12px; border: 2px solid transparent; border-radius: 6px; padding: 2px; }
QCheckBox:focus { border-color: @focus@; }
QCheckBox:disabled { color: @second@; }
QCheckBox::indicator {
  width: @indicator@px; height: @indicator@px; border: 1px solid @strongLine@; border-radius: 5px; background: @field@;
}
QCheckBox::indicator:hover { border-color: @second@; }
QCheckBox::indicator:checked { background: @primary@; border-color: @primary@; image: url(:/icons/check-on-fill.svg); }
QCheckBox[wrong="true"]::indicator { border-color: @bad@; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[pageBody="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px 3px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 3px 2px; }
QScrollBar::handle { background: @third@; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: @second@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView {
  background: transparent; color: @ink@; border: 0; outline: 0; gridline-color: @line@;
  selection-background-color: transparent; selection-color: @ink@; alternate-background-color: @surface@;
}
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
  background: transparent; color: @second@; border: 0; border-bottom: 1px solid @line@; padding: 0 16px;
  font: 600 @small@px "@sans@";
}
QTableCornerButton::section { background: transparent; border: 0; }

QMenu { background: @surface@; color: @ink@; border: 1px solid @line@; padding: 4px; }
QMenu::item { padding: 8px 16px; border-radius: 6px; }
QMenu::item:selected { background: @accentTint@; color: @accentText@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
)";

QString hex(const QColor& colour) {
    return colour.name(QColor::HexRgb);
}

}  // namespace

int controlHeightOf(double scale) {
    return metrics::control + static_cast<int>(std::lround(type::body.line * (scale - 1)));
}

QString styleSheetOf(const Palette& palette, double scale) {
    const auto scaled = [scale](int value) { return QString::number(std::lround(value * scale)); };
    const int control = controlHeightOf(scale);
    const QHash<QString, QString> tokens{
        {QStringLiteral("ink"), hex(palette.ink)},
        {QStringLiteral("second"), hex(palette.second)},
        {QStringLiteral("third"), hex(palette.third)},
        {QStringLiteral("surface"), hex(palette.surface)},
        {QStringLiteral("field"), hex(palette.field)},
        {QStringLiteral("line"), hex(palette.line)},
        {QStringLiteral("strongLine"), hex(palette.strongLine)},
        {QStringLiteral("hover"), hex(palette.hover)},
        {QStringLiteral("neutralTint"), hex(palette.neutralTint)},
        {QStringLiteral("bad"), hex(palette.bad)},
        {QStringLiteral("focus"), hex(palette.focus)},
        {QStringLiteral("primary"), hex(palette.primary)},
        {QStringLiteral("onPrimary"), hex(palette.onPrimary)},
        {QStringLiteral("accentTint"), hex(palette.accentTint)},
        {QStringLiteral("accentText"), hex(palette.accentText)},
        {QStringLiteral("radius"), QString::number(metrics::radius)},
        {QStringLiteral("fieldInner"), QString::number(control - 2 * metrics::line)},
        {QStringLiteral("fieldInnerFocus"), QString::number(control - 2 * metrics::focusLine)},
        {QStringLiteral("bigInner"), QString::number(control + metrics::between - 2 * metrics::line)},
        {QStringLiteral("bigInnerFocus"), QString::number(control + metrics::between - 2 * metrics::focusLine)},
        {QStringLiteral("item"), scaled(36)},
        {QStringLiteral("indicator"), scaled(18)},
        {QStringLiteral("small"), scaled(type::small.size)},
        {QStringLiteral("sans"), sansFamily()},
    };
    auto sheet = QString::fromLatin1(text);
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
        sheet.replace(u'@' + token.key() + u'@', token.value());
    }
    return sheet;
}

}  // namespace verdesk::ui
