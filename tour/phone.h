#pragma once
// The customer's phone: the page that the sandbox serves at /phone, in a browser of its own (tour/phone), worked by
// true clicks. All throw std::runtime_error where the page is not as it should be.

#include "tour/stage/program.h"

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
    void press(const QString& id);
    QString read(const QString& id);
    void picture(const QString& file);

private:
    QString ask(const char* act, const char* member, const QString& value);

    stage::Program program_;
};

}  // namespace verdesk::tour
