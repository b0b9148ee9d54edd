#include "ui/parts/text.h"

#include "tests/support/registry.h"
#include "ui/parts/columns.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QTest>

using namespace verdesk::ui;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void heightForWidth_narrower_isHigherByWholeLines() {
        Theme theme{*qApp, SchemeChoice::light};
        Text text{QStringLiteral("They scan the code and agree to share. Nothing to do here."), type::body};
        const int wide = text.heightForWidth(2000);
        const int narrow = text.heightForWidth(200);
        QCOMPARE(wide, type::body.line);
        QVERIFY(narrow >= 2 * type::body.line);
        QCOMPARE(narrow % type::body.line, 0);
    }

    void markup_fromOutside_staysText() {
        Theme theme{*qApp, SchemeChoice::light};
        Text text{QStringLiteral("<b>x</b>"), type::body};
        QCOMPARE(text.textFormat(), Qt::PlainText);
        QVERIFY(text.sizeHint().width() > Text(QStringLiteral("x"), type::body).sizeHint().width() * 3);
    }

    void elided_tooNarrow_tellsTheWholeAsToolTip() {
        Theme theme{*qApp, SchemeChoice::light};
        Text text{QStringLiteral("A very long reference that does not fit"), type::body};
        text.setElided();
        text.resize(60, 20);
        text.show();
        QCOMPARE(text.toolTip(), text.text());
        text.resize(600, 20);
        QVERIFY(text.toolTip().isEmpty());
    }

    void textScale_doubled_doublesTheLine() {
        Theme theme{*qApp, SchemeChoice::light};
        Text text{QStringLiteral("Word"), type::body};
        const int before = text.sizeHint().height();
        theme.setTextScale(2);
        QCOMPARE(text.sizeHint().height(), 2 * before);
    }

    void columns_narrow_standOneBelowTheOther() {
        Theme theme{*qApp, SchemeChoice::light};
        QWidget window;
        auto* columns = new Columns{200, 3, true, 16, &window};
        QList<QWidget*> cells;
        for (int i = 0; i < 4; ++i) {
            cells << new Text{QStringLiteral("Word"), type::body, Tone::ink, &window};
            columns->add(cells.back());
        }
        window.resize(700, 400);
        window.show();
        QCOMPARE(cells[0]->y(), cells[2]->y());
        QVERIFY(cells[3]->y() > cells[0]->y());
        QCOMPARE(cells[3]->x(), cells[0]->x());
        window.resize(300, 400);
        QVERIFY(cells[1]->y() > cells[0]->y());
        QCOMPARE(cells[1]->width(), 300);
    }
};

VERDESK_TEST(TextTest)
#include "text_test.moc"
