#pragma once
// What the desk remembers of its window between starts. Nothing personal, nothing of any case.

#include "ui/style/theme.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace verdesk::ui {

class WindowMemory {
public:
    // An empty file name remembers nothing.
    explicit WindowMemory(QString file);

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    std::optional<SchemeChoice> scheme() const;
    void setScheme(SchemeChoice scheme);
    double textScale() const;
    void setTextScale(double scale);

private:
    QString file_;
};

}  // namespace verdesk::ui
