#include "ui/documents/document_viewer.h"

#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace verdesk::ui {
namespace {

constexpr double mostZoom = 4;
constexpr double zoomStep = 1.25;
constexpr double shareOfWindow = 0.9;
constexpr int stride = 60;

}  // namespace

DocumentViewer::DocumentViewer(QWidget* parent) : QDialog{parent} {
    setObjectName(QStringLiteral("documentViewer"));
    setModal(true);
    resize(parent->size() * shareOfWindow);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(metrics::between, metrics::snug, metrics::between, metrics::between);
    column->setSpacing(metrics::snug);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    title_ = new Text{{}, type::section, Tone::ink, this};
    title_->setObjectName(QStringLiteral("viewerTitle"));
    row->addWidget(title_, 1);
    auto* smaller = new SecondaryButton{tr("Smaller"), "viewerSmaller", this};
    smaller->printKey(Qt::Key_Minus);
    auto* larger = new SecondaryButton{tr("Larger"), "viewerLarger", this};
    larger->printKey(Qt::Key_Plus);
    close_ = new PrimaryButton{tr("Close", "the enlarged view"), "viewerClose", this};
    close_->printKey(Qt::Key_Escape);
    for (auto* button : {static_cast<Button*>(smaller), static_cast<Button*>(larger), close_}) {
        row->addWidget(button);
    }
    column->addLayout(row);
    area_ = new QScrollArea{this};
    area_->setObjectName(QStringLiteral("viewerArea"));
    area_->setAccessibleName(tr("Document, enlarged"));
    area_->setFrameShape(QFrame::NoFrame);
    area_->setAlignment(Qt::AlignCenter);
    area_->setFocusPolicy(Qt::NoFocus);
    label_ = new QLabel;
    label_->setObjectName(QStringLiteral("viewerPicture"));
    area_->setWidget(label_);
    column->addWidget(area_, 1);
    connect(smaller, &Button::clicked, this, [this] { setZoom(zoom_ / zoomStep); });
    connect(larger, &Button::clicked, this, [this] { setZoom(zoom_ * zoomStep); });
    connect(close_, &Button::clicked, this, &QDialog::reject);
    close_->setFocus();
}

void DocumentViewer::setPicture(const QImage& picture, const QString& label) {
    picture_ = picture;
    zoom_ = 1;
    setWindowTitle(label);
    title_->setText(label);
    label_->setAccessibleName(label);
    announce(title_, label);
    draw();
}

void DocumentViewer::setZoom(double zoom) {
    zoom_ = std::clamp(zoom, 1.0, mostZoom);
    draw();
}

void DocumentViewer::draw() {
    if (picture_.isNull()) {
        return;
    }
    const auto room = area_->viewport()->size();
    const auto fitted = picture_.size().scaled(room, Qt::KeepAspectRatio) * zoom_;
    const auto ratio = devicePixelRatioF();
    auto pixmap = QPixmap::fromImage(picture_.scaled(fitted * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    label_->setPixmap(pixmap);
    label_->resize(fitted);
}

void DocumentViewer::move(int x, int y) {
    area_->horizontalScrollBar()->setValue(area_->horizontalScrollBar()->value() + x);
    area_->verticalScrollBar()->setValue(area_->verticalScrollBar()->value() + y);
}

void DocumentViewer::keyPressEvent(QKeyEvent* event) {
    const bool enlarged = zoom_ > 1;
    switch (event->key()) {
        case Qt::Key_Left:
            enlarged ? move(-stride, 0) : Q_EMIT stepAsked(-1);
            break;
        case Qt::Key_Right:
            enlarged ? move(stride, 0) : Q_EMIT stepAsked(1);
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:  // the same key, without shift, on many keyboards
            setZoom(zoom_ * zoomStep);
            break;
        case Qt::Key_Minus:
            setZoom(zoom_ / zoomStep);
            break;
        case Qt::Key_Up:
            move(0, -stride);
            break;
        case Qt::Key_Down:
            move(0, stride);
            break;
        default:
            QDialog::keyPressEvent(event);
            break;
    }
}

void DocumentViewer::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    draw();
}

}  // namespace verdesk::ui
