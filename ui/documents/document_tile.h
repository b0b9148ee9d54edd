#pragma once
// One document: its picture, small, with its name; pressed, it opens large. What is no picture, or not there, says so
// in words.

#include "desk/evidence_box.h"
#include "ui/documents/document_entry.h"

#include <QAbstractButton>
#include <QPixmap>

namespace verdesk::ui {

class DocumentTile : public QAbstractButton {
    Q_OBJECT

public:
    explicit DocumentTile(QWidget* parent = nullptr);

    void setEntry(const DocumentEntry& entry, int number);
    const DocumentEntry& entry() const {
        return entry_;
    }
    // What came for it.
    void setEvidence(const desk::Evidence& evidence);
    // Nothing is shown of it, and its picture is forgotten.
    void setCovered(bool covered);
    bool hasPicture() const {
        return !picture_.isNull();
    }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void describe();
    void setWords(const QString& words);

    DocumentEntry entry_;
    QImage picture_;  // small
    QString words_;   // in its place
    bool covered_ = false;
};

}  // namespace verdesk::ui
