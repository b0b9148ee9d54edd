// The guided tour: drives the three real programs without a person, and leaves pictures and a record of what it saw.
//
//     verdesk-tour DIR

#include "tour/film.h"
#include "tour/parts.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace verdesk;

int main(int argc, char** argv) {
    // The customers of the tour have an invented camera.
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--use-fake-device-for-media-stream");
    QApplication application{argc, argv};
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fprintf(stderr, "usage: verdesk-tour DIR\n");
        return 2;
    }
    try {
        const QTemporaryDir folder;
        const auto programs = QCoreApplication::applicationDirPath();
        tour::Film film{QDir{arguments[1]}};
        tour::atTheBank(application, film, programs, folder.filePath(QStringLiteral("institution")));
        tour::inPractice(application, film, folder.filePath(QStringLiteral("practice")));
        film.save();
        std::printf("%d steps, %d wrong. Pictures and tour.json are in %s\n", film.steps(), film.wrong(),
                    qPrintable(QDir{arguments[1]}.absolutePath()));
        return film.allRight() ? 0 : 1;
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "verdesk-tour: %s\n", trouble.what());
        return 1;
    }
}
