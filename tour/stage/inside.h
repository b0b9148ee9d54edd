#pragma once
// A host inside the institution's own network, with a picture that nobody outside may get at by sending us there. Knows
// who asked for it.

#include <QStringList>
#include <QTcpServer>

namespace verdesk::stage {

class Inside {
public:
    // Throws std::runtime_error where there is no port.
    Inside();

    // Of the picture, a JPEG.
    QString address() const;
    // The addresses that were asked for, in order.
    QStringList asked() const {
        return asked_;
    }

private:
    QTcpServer server_;
    QStringList asked_;
};

}  // namespace verdesk::stage
