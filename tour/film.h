#pragma once
// The record of a tour: numbered steps with what was expected and seen, and pictures in both schemes.

#include "ui/style/theme.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QString>
#include <QWidget>

#include <functional>
#include <utility>

namespace verdesk::tour {

class Film {
public:
    explicit Film(const QDir& folder);

    // Runs a step. It returns what was seen; the step is right where that is what was expected. A step that throws is
    // wrong, and what it threw is what was seen; the tour goes on.
    void step(const QString& name, const QString& expected, const std::function<QString()>& run);
    // 07-claims-light.png and 07-claims-dark.png of the window as it stands.
    void picture(const QString& name, QWidget& window, ui::Theme& theme);
    // 08-phone.png of something else, which `take` writes into the file that it is given.
    void picture(const QString& name, const std::function<void(const QString& file)>& take);

    // Takes a picture of where a wrong step left things, under the name it is given.
    void setWitness(std::function<void(const QString& name)> witness) {
        witness_ = std::move(witness);
    }

    bool allRight() const {
        return wrong_ == 0;
    }
    int steps() const {
        return static_cast<int>(steps_.size());
    }
    int wrong() const {
        return wrong_;
    }
    // tour.json; throws std::runtime_error where it cannot be written.
    void save() const;

private:
    QDir folder_;
    QJsonArray steps_;
    std::function<void(const QString& name)> witness_;
    int wrong_ = 0;
    int pictures_ = 0;
};

}  // namespace verdesk::tour
