#include "tour/film.h"

#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>
#include <QTest>

#include <cstdio>
#include <stdexcept>

namespace verdesk::tour {
namespace {

// What a window looks like once it stands still: a style sheet settles, and a provider's page draws itself in its own
// time.
QImage standing(QWidget& window) {
    QImage before;
    for (int i = 0; i < 10; ++i) {
        QTest::qWait(120);
        auto now = window.grab().toImage();
        if (now == before) {
            break;
        }
        before = std::move(now);
    }
    return before;
}

}  // namespace

Film::Film(const QDir& folder) : folder_{folder} {
    if (!folder_.mkpath(QStringLiteral("."))) {
        throw std::runtime_error{"cannot make the folder " + folder_.path().toStdString()};
    }
}

void Film::step(const QString& name, const QString& expected, const std::function<QString()>& run) {
    QElapsedTimer timer;
    timer.start();
    QString seen;
    try {
        seen = run();
    } catch (const std::exception& trouble) {
        seen = QStringLiteral("trouble: ") + QString::fromUtf8(trouble.what());
    }
    const bool ok = seen == expected;
    wrong_ += ok ? 0 : 1;
    const auto ms = timer.elapsed();
    steps_.append(QJsonObject{{QStringLiteral("name"), name},
                              {QStringLiteral("expected"), expected},
                              {QStringLiteral("seen"), seen},
                              {QStringLiteral("ok"), ok},
                              {QStringLiteral("ms"), ms}});
    std::printf("%s %2d %s (%lld ms)%s%s\n", ok ? "ok   " : "WRONG", steps(), qPrintable(name),
                static_cast<long long>(ms), ok ? "" : ": seen ", ok ? "" : qPrintable(seen));
    std::fflush(stdout);
    if (!ok && witness_) {
        witness_(QStringLiteral("wrong"));
    }
}

void Film::picture(const QString& name, QWidget& window, ui::Theme& theme) {
    ++pictures_;
    const auto before = theme.choice();
    for (const auto& [scheme, word] :
         {std::pair{ui::SchemeChoice::light, "light"}, std::pair{ui::SchemeChoice::dark, "dark"}}) {
        theme.setChoice(scheme);
        const auto image = standing(window);
        const auto file =
            QStringLiteral("%1-%2-%3.png").arg(pictures_, 2, 10, QLatin1Char{'0'}).arg(name, QLatin1String{word});
        if (!image.save(folder_.filePath(file))) {
            throw std::runtime_error{"cannot write the picture " + file.toStdString()};
        }
    }
    theme.setChoice(before);
}

void Film::picture(const QString& name, const std::function<void(const QString& file)>& take) {
    ++pictures_;
    take(folder_.filePath(QStringLiteral("%1-%2.png").arg(pictures_, 2, 10, QLatin1Char{'0'}).arg(name)));
}

void Film::save() const {
    QFile file{folder_.filePath(QStringLiteral("tour.json"))};
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(QJsonDocument{QJsonObject{{QStringLiteral("steps"), steps_}}}.toJson()) < 0) {
        throw std::runtime_error{"cannot write tour.json"};
    }
}

}  // namespace verdesk::tour
