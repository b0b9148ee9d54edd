#include "ui/verify/provider_start.h"

#include "ui/parts/button.h"
#include "ui/parts/mark.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"

#include <QVBoxLayout>

namespace verdesk::ui {

ProviderStart::ProviderStart(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("providerStart"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(metrics::card, metrics::page, metrics::card, metrics::page);
    column->setSpacing(metrics::inside);
    column->addStretch(1);
    column->addWidget(new Mark{Icon::user, ChipTone::neutral, this}, 0, Qt::AlignHCenter);
    auto* heading = new Text{tr("Over to the customer"), type::section, Tone::ink, this};
    text_ = new Text{{}, type::body, Tone::second, this};
    text_->setObjectName(QStringLiteral("providerText"));
    for (auto* each : {heading, text_}) {
        each->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        column->addWidget(each);
    }
    column->addSpacing(metrics::between);
    button_ = new PrimaryButton{{}, "providerButton", this};
    column->addWidget(button_, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(button_, &Button::clicked, this, &ProviderStart::startAsked);
}

void ProviderStart::setProvider(const QString& provider, const Launch* launch) {
    text_->setText(tr("The next page is one of %1, an external service that checks who the customer is.", "provider")
                       .arg(provider));
    const auto* redirect = launch != nullptr ? std::get_if<RedirectLaunch>(&launch->what) : nullptr;
    const auto* own = redirect != nullptr && redirect->button ? &*redirect->button : nullptr;
    const QColor fill{own != nullptr ? toQt(own->fill) : QString{}};
    const QColor text{own != nullptr ? toQt(own->text) : QString{}};
    const bool isBrand = fill.isValid() && text.isValid() && !own->caption.empty();
    button_->setWords(isBrand ? toQt(own->caption) : tr("Verify with %1", "provider").arg(provider));
    if (isBrand) {
        button_->setBrand(fill, text);
    } else {
        button_->setKind(ButtonKind::primary);
        button_->setMark(Icon::shield);
    }
}

QWidget* ProviderStart::firstFocus() const {
    return button_;
}

}  // namespace verdesk::ui
