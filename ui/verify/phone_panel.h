#pragma once
// "Continue on the customer's phone": the provider's own link as a QR code, in the place of the page.

#include <QWidget>

namespace verdesk::ui {

class Button;
class QrPicture;
class Text;

class PhonePanel : public QWidget {
    Q_OBJECT

public:
    explicit PhonePanel(QWidget* parent = nullptr);

    void setUrl(const QString& url, const QString& provider);
    // Whether the page can run here as well.
    void setReturnable(bool returnable);
    QWidget* firstFocus() const;

Q_SIGNALS:
    void backAsked();

private:
    QrPicture* picture_;
    Text* text_;
    Button* back_;
};

}  // namespace verdesk::ui
