#include "tests/support/registry.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

const QString root = QStringLiteral(VERDESK_TEST_DATA "/../../");

QString textOf(const QString& path) {
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    return QString::fromUtf8(file.readAll());
}

void collect(const QString& text, const char* pattern, QSet<QString>& into) {
    const QRegularExpression code{QString::fromUtf8(pattern)};
    for (auto found = code.globalMatch(text); found.hasNext();) {
        into.insert(found.next().captured(1));
    }
}

QSet<QString> inSources(const QStringList& folders, const char* pattern) {
    QSet<QString> codes;
    for (const auto& folder : folders) {
        QDirIterator files{
            root + folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories};
        while (files.hasNext()) {
            collect(textOf(files.next()), pattern, codes);
        }
    }
    return codes;
}

}  // namespace

class CodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCode_isExplained_andNoOther() {
        const auto known = inSources({QStringLiteral("src"), QStringLiteral("ui")}, "\"(VD-[A-Z]\\d{3})\"");
        QVERIFY(known.size() >= 15);
        QSet<QString> explained;
        collect(textOf(root + QStringLiteral("docs/failure-codes.md")), "\\| (VD-[A-Z]\\d{3}) \\|", explained);
        for (const auto& code : known + explained) {
            QVERIFY2(known.contains(code) && explained.contains(code), qPrintable(code));
        }
    }

    // What the backend throws as a problem stands in the API's description and in the list.
    void everyProblem_isDescribed() {
        const auto codes = inSources({QStringLiteral("src/backend")}, "\\{\\s*\\d{3},\\s*\"([a-z]+(?:-[a-z]+)+)\"");
        QVERIFY(codes.size() >= 15);
        const auto api = textOf(root + QStringLiteral("docs/api/openapi.yaml"));
        const auto list = textOf(root + QStringLiteral("docs/failure-codes.md"));
        for (const auto& code : codes) {
            QVERIFY2(api.contains(code), qPrintable(code));
            QVERIFY2(list.contains(QLatin1Char('`') + code + QLatin1Char('`')), qPrintable(code));
        }
    }
};

VERDESK_TEST(CodesTest)
#include "codes_test.moc"
