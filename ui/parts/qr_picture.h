#pragma once
// A QR code: error correction M, quiet zone of four modules, every module a whole number of device pixels, black on
// white in every theme, at least 300 px wide.

#include <QImage>
#include <QWidget>

namespace verdesk::ui {

class QrPicture : public QWidget {
    Q_OBJECT

public:
    explicit QrPicture(QWidget* parent = nullptr);

    // Empty: nothing is shown. `accessibleName` says what the code is for. False where the payload is too long for a QR
    // code: the picture is empty then.
    bool setPayload(const QByteArray& payload, const QString& accessibleName);
    QByteArray payload() const {
        return payload_;
    }

    // Where the code with its quiet zone was painted last, in device pixels of the window's backing store or of the
    // device that render() was given; for tests.
    QRect paintedRect() const {
        return painted_;
    }
    int modules() const {
        return modules_.width();
    }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QByteArray payload_;
    QImage modules_;  // one pixel a module, without the quiet zone
    QImage scaled_;   // kept for the next paint
    QRect painted_;
};

// One pixel a module, black and white, without quiet zone; null where the payload is too long.
QImage qrModules(const QByteArray& payload);

}  // namespace verdesk::ui
