#pragma once
// The customer's phone: the page that the sandbox serves at /phone, in a browser of its own (tour/phone), worked by
// true clicks. All throw std::runtime_error where the page is not as it should be.

#include "tour/stage/program.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace verdesk::tour {

class Phone {
public:
    enum class Scheme { light, dark };
    explicit Phone(Scheme scheme = Scheme::light);

    void open(const QUrl& page);
    // Until that part of the page is shown: "home", "request", "token", "end".
    void wait(const QString& section);
    // Until an element can be seen, on whatever part of the page.
    void waitFor(const QString& id);
    void press(const QString& id);
    void type(const QString& id, const QString& text);  // in the place of what stands there
    // What it says: a field, what stands in it.
    QString read(const QString& id);
    bool sees(const QString& id);  // now
    void picture(const QString& file);

private:
    QString ask(const char* act, QJsonObject how);

    stage::Program program_;
};

}  // namespace verdesk::tour
