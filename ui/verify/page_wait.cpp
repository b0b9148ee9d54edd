#include "ui/verify/page_wait.h"

#include "ui/parts/announce.h"
#include "ui/parts/spinner.h"
#include "ui/parts/text.h"

#include <QVBoxLayout>

namespace verdesk::ui {

PageWait::PageWait(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("pageWait"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(metrics::card, metrics::page, metrics::card, metrics::page);
    column->setSpacing(metrics::inside);
    column->addStretch(1);
    column->addWidget(new Spinner{this}, 0, Qt::AlignHCenter);
    words_ = new Text{{}, type::section, Tone::ink, this};
    words_->setObjectName(QStringLiteral("pageWaitText"));
    words_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(words_);
    column->addStretch(2);
}

void PageWait::setProvider(const QString& provider) {
    const auto words = tr("%1 is asked for a fresh page…", "provider").arg(provider);
    words_->setText(words);
    announce(words_, words);
}

}  // namespace verdesk::ui
