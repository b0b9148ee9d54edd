#include "ui/verify/widget_notice.h"

#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/mark.h"
#include "ui/parts/text.h"
#include "ui/verify/widget_words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace verdesk::ui {

WidgetNotice::WidgetNotice(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("widgetNotice"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::field);
    mark_ = new Mark{Icon::warning, ChipTone::warn, this};
    row->addWidget(mark_, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::tight);
    heading_ = new Text{{}, type::title, Tone::ink, this};
    heading_->setObjectName(QStringLiteral("noticeHeading"));
    what_ = new Text{{}, type::body, Tone::second, this};
    what_->setObjectName(QStringLiteral("noticeWhat"));
    next_ = new Text{{}, type::body, Tone::ink, this};
    next_->setObjectName(QStringLiteral("noticeNext"));
    words->addWidget(heading_);
    words->addWidget(what_);
    words->addSpacing(metrics::inside);
    words->addWidget(next_);
    words->addSpacing(metrics::field);
    auto* buttons = new QWidget{this};
    auto* line = new FlowLayout{metrics::inside, buttons};
    reload_ = new SecondaryButton{tr("Reload the page"), "noticeReload", buttons};
    phone_ = new SecondaryButton{tr("Continue on the customer's phone"), "noticePhone", buttons};
    fallback_ = new SecondaryButton{{}, "noticeFallback", buttons};
    show_ = new SecondaryButton{{}, "noticeShow", buttons};
    another_ = new SecondaryButton{tr("Use another check"), "noticeAnother", buttons};
    for (auto* button : {reload_, phone_, fallback_, show_, another_}) {
        line->addWidget(button);
    }
    first_ = another_;
    words->addWidget(buttons);
    words->addSpacing(metrics::field);
    code_ = new Text{{}, type::fine, Tone::second, this};
    code_->setObjectName(QStringLiteral("noticeCode"));
    words->addWidget(code_);
    row->addLayout(words, 1);
    column->addLayout(row);
    column->addStretch(1);
    connect(reload_, &Button::clicked, this, &WidgetNotice::reloadAsked);
    connect(phone_, &Button::clicked, this, &WidgetNotice::phoneAsked);
    connect(fallback_, &Button::clicked, this, &WidgetNotice::fallbackAsked);
    connect(show_, &Button::clicked, this, &WidgetNotice::showAsked);
    connect(another_, &Button::clicked, this, &WidgetNotice::anotherAsked);
}

void WidgetNotice::setTrouble(const TroubleWords& trouble, const QString& code, const WaysOn& ways) {
    heading_->setText(trouble.words.heading);
    what_->setText(trouble.words.what);
    next_->setText(trouble.words.next);
    code_->setText(tr("Code %1").arg(code));
    reload_->setVisible(ways.reload);
    phone_->setVisible(ways.phone);
    fallback_->setVisible(!ways.fallback.isEmpty());
    fallback_->setWords(tr("Use %1 instead", "name of another check").arg(ways.fallback));
    show_->setVisible(!ways.show.isEmpty());
    show_->setWords(ways.show);
    first_ = ways.reload ? reload_ : ways.phone ? phone_ : !ways.fallback.isEmpty() ? fallback_ : another_;
    for (auto* button : {reload_, phone_, fallback_, show_, another_}) {
        button->setKind(button == first_ ? ButtonKind::primary : ButtonKind::secondary);
    }
    announce(this, trouble.words.heading + QStringLiteral(". ") + trouble.words.next);
}

QWidget* WidgetNotice::firstFocus() const {
    return first_;
}

}  // namespace verdesk::ui
