#include "ui/verify/blocked_page.h"

#include "desk/words.h"
#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace verdesk::ui {

BlockedPage::BlockedPage(QWidget* parent) : CheckPage{"blockedPage", parent} {
    header()->hide();
    const auto words = Words::of(claims::Decline::sanctionsMatch);
    auto* holder = new QWidget{this};
    auto* column = new QVBoxLayout{holder};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::inside);
    column->addStretch(1);
    about_ = new Text{{}, type::label, Tone::blockedSecond, holder};
    about_->setObjectName(QStringLiteral("blockedAbout"));
    column->addWidget(about_);
    auto* heading = new Text{words.heading, type::blocked, Tone::onBlocked, holder};
    heading->setObjectName(QStringLiteral("blockedHeading"));
    column->addWidget(heading);
    column->addSpacing(metrics::inside);
    auto* what = new Text{words.what + u' ' + tr("Do not tell the customer why. Compliance takes over."), type::lead,
                          Tone::onBlocked, holder};
    what->setObjectName(QStringLiteral("blockedText"));
    column->addWidget(what);
    column->addSpacing(metrics::between);
    auto* buttons = new QWidget{holder};
    auto* line = new FlowLayout{metrics::snug, buttons};
    close_ = new Button{ButtonKind::onBlocked, tr("Close the case"), "closeCase", buttons};
    say_ = new Button{ButtonKind::onBlockedOutline, tr("What to say to the customer"), "whatToSay", buttons};
    say_->setCheckable(true);
    line->addWidget(close_);
    line->addWidget(say_);
    column->addWidget(buttons);
    sentence_ = new Text{tr("“I cannot complete this for you today. The bank will get in touch with you. Thank you for "
                            "coming in.”"),
                         type::lead, Tone::onBlocked, holder};
    sentence_->setObjectName(QStringLiteral("sentence"));
    sentence_->hide();
    column->addSpacing(metrics::inside);
    column->addWidget(sentence_);
    problem_ = new Text{{}, type::strong, Tone::onBlocked, holder};
    problem_->setObjectName(QStringLiteral("blockedProblem"));
    problem_->hide();
    column->addWidget(problem_);
    column->addSpacing(metrics::between);
    code_ = new Text{{}, type::fine, Tone::blockedSecond, holder};
    code_->setObjectName(QStringLiteral("outcomeCode"));
    column->addWidget(code_);
    column->addStretch(1);
    holder->setMaximumWidth(metrics::blockedWidth);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(holder, 6);
    row->addStretch(1);
    body()->addLayout(row, 1);

    connect(close_, &Button::clicked, this, [this] { Q_EMIT staffDid(desk::Event::closeCase); });
    connect(say_, &Button::toggled, this, [this](bool shown) {
        sentence_->setVisible(shown);
        if (shown) {
            announce(sentence_, sentence_->text());
        }
    });
}

void BlockedPage::setCheck(const desk::Check& check) {
    if (check.id != shown_) {
        shown_ = check.id;
        say_->setChecked(false);
    }
    QStringList about{subtitleOf(check), nameOf(check)};
    about.removeAll({});
    about_->setText(about.join(QStringLiteral(" · ")));
    QStringList code;
    if (check.verification) {
        const auto& verification = *check.verification;
        code << tr("Code %1").arg(toQt(desk::exitCodeOf(verification))) << toQt(verification.providerCode);
        if (verification.endedAt) {
            code << clockTime(*verification.endedAt);
        }
    }
    code.removeAll({});
    code_->setText(code.join(QStringLiteral(" · ")));
    close_->setEnabled(!check.closing);
    const auto problem = check.problem ? desk::inWords(*check.problem) : QString{};
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    announce(this, Words::of(claims::Decline::sanctionsMatch).heading);
}

// Not the button that closes: a teller's habitual Enter must not put this page away unread.
QWidget* BlockedPage::firstFocus() {
    return say_;
}

void BlockedPage::paintEvent(QPaintEvent* event) {
    QPainter painter{viewport()};
    painter.fillRect(viewport()->rect(), Theme::current().palette().blocked);
    painter.end();
    CheckPage::paintEvent(event);
}

}  // namespace verdesk::ui
