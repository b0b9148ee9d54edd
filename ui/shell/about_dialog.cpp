#include "ui/shell/about_dialog.h"

#include "ui/parts/button.h"
#include "ui/parts/text.h"
#include "ui/shell/brand_mark.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace verdesk::ui {
namespace {
constexpr int textWidth = 380;
}

AboutDialog::AboutDialog(const QString& backend, QWidget* parent) : QDialog{parent} {
    setObjectName(QStringLiteral("about"));
    setWindowTitle(tr("About Verdesk"));
    setModal(true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(metrics::card, metrics::card, metrics::card, metrics::card);
    column->setSpacing(metrics::inside);
    column->addWidget(new BrandMark{this}, 0, Qt::AlignLeft);
    column->addSpacing(metrics::inside);
    const auto line = [this, column](const QString& text, Tone tone) {
        auto* words = new Text{text, type::body, tone, this};
        column->addWidget(words);
    };
    line(tr("Version %1. The verification desk of a bank branch.").arg(QStringLiteral(VERDESK_VERSION)), Tone::ink);
    if (!backend.isEmpty()) {
        line(tr("Backend: %1").arg(backend), Tone::second);
    }
    line(tr("Licence: Apache 2.0. Uses Qt %1 (LGPL 3), Inter and JetBrains Mono (OFL 1.1), qrcodegen and JSON for "
            "Modern C++ (MIT).")
             .arg(QLatin1String{qVersion()}),
         Tone::second);
    column->addSpacing(metrics::inside);
    auto* close = new PrimaryButton{tr("Close"), "about.close", this};
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(&Theme::current(), &Theme::changed, this, &AboutDialog::fit);
}

// A window does not by itself take the height that its text needs at the window's width.
void AboutDialog::fit() {
    const int wide =
        std::max(Theme::current().scaled(textWidth) + 2 * metrics::card, layout()->totalMinimumSize().width());
    setFixedSize(wide, layout()->totalHeightForWidth(wide));
}

void AboutDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    fit();
}

void AboutDialog::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.fillRect(rect(), Theme::current().palette().surface);
}

}  // namespace verdesk::ui
