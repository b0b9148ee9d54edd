#include "ui/verify/phone_panel.h"

#include "ui/parts/button.h"
#include "ui/parts/columns.h"
#include "ui/parts/qr_picture.h"
#include "ui/parts/text.h"

#include <QVBoxLayout>

namespace verdesk::ui {

PhonePanel::PhonePanel(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("phonePanel"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(metrics::card, metrics::card, metrics::card, metrics::card);
    auto* both = new QWidget{this};
    auto* columns = new Columns{150, 5, false, metrics::card, both};
    picture_ = new QrPicture{both};
    columns->add(picture_, 2);
    auto* words = new QWidget{both};
    auto* lines = new QVBoxLayout{words};
    lines->setContentsMargins(0, metrics::inside, 0, 0);
    lines->setSpacing(metrics::tight);
    lines->addWidget(new Text{tr("On the customer's phone"), type::title, Tone::ink, words});
    text_ = new Text{{}, type::body, Tone::second, words};
    text_->setObjectName(QStringLiteral("phoneText"));
    lines->addWidget(text_);
    lines->addSpacing(metrics::field);
    back_ = new SecondaryButton{tr("Back to the page at this counter"), "phoneBack", words};
    lines->addWidget(back_, 0, Qt::AlignLeading);
    lines->addStretch(1);
    columns->add(words, 3);
    column->addWidget(both);
    column->addStretch(1);
    connect(back_, &Button::clicked, this, &PhonePanel::backAsked);
}

void PhonePanel::setUrl(const QString& url, const QString& provider) {
    const bool fits = picture_->setPayload(url.toUtf8(), tr("QR code that opens the check on the customer's phone"));
    picture_->setVisible(fits && !url.isEmpty());
    text_->setText(fits ? tr("The customer scans this code with the camera of their phone and goes on at %1. The page "
                             "at this counter is closed meanwhile. The result appears here by itself.",
                             "provider")
                              .arg(provider)
                        : tr("The link is too long for a QR code."));
}

void PhonePanel::setReturnable(bool returnable) {
    back_->setVisible(returnable);
}

QWidget* PhonePanel::firstFocus() const {
    return back_;
}

}  // namespace verdesk::ui
