#include "ui/documents/documents_card.h"

#include "desk/evidence_box.h"
#include "ui/documents/document_picture.h"
#include "ui/documents/document_tile.h"
#include "ui/documents/document_viewer.h"
#include "ui/documents/missing_words.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/text.h"
#include "ui/style/tokens.h"

#include <QHash>
#include <QHideEvent>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace verdesk::ui {

DocumentsCard::DocumentsCard(QWidget* parent) : Card{parent} {
    setObjectName(QStringLiteral("documentsCard"));
    setInset(metrics::between);
    setAccessibleName(tr("Documents"));
    row_ = new QWidget{this};
    line_ = new FlowLayout{metrics::inside, row_};
    body()->addWidget(row_);
    missing_ = new Text{{}, type::secondary, Tone::second, this};
    missing_->setObjectName(QStringLiteral("documentsMissing"));
    body()->addWidget(missing_);
    hide();
}

DocumentsCard::~DocumentsCard() {
    delete viewer_;
}

void DocumentsCard::setSource(desk::EvidenceBox* source) {
    if (source_ == source) {
        return;
    }
    if (source_ != nullptr) {
        source_->disconnect(this);
    }
    source_ = source;
    if (source_ != nullptr) {
        connect(source_, &desk::EvidenceBox::changed, this, &DocumentsCard::follow);
    }
}

void DocumentsCard::setDocuments(const std::vector<DocumentEntry>& documents) {
    if (documents == documents_) {
        return;
    }
    letGo();
    documents_ = documents;
    while (tiles_.size() > documents.size()) {
        delete tiles_.back();
        tiles_.pop_back();
    }
    while (tiles_.size() < documents.size()) {
        auto* tile = new DocumentTile{row_};
        connect(tile, &DocumentTile::clicked, this, [this, tile] { open(tile); });
        line_->addWidget(tile);
        tile->show();
        tiles_.push_back(tile);
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
        tiles_[i]->setEntry(documents[i], static_cast<int>(i) + 1);
        tiles_[i]->setCovered(covered_);
    }
    explain();
    setVisible(!documents.empty());
    fetch();
}

// One line for each reason, with the documents that it holds for.
void DocumentsCard::explain() {
    QStringList reasons;
    QHash<QString, QStringList> labels;
    for (const auto& each : documents_) {
        if (each.state == DocumentEntry::State::missing) {
            const auto words = missingWords(each.why);
            const auto reason = words.what + QStringLiteral(". ") + words.why + u' ' + words.next;
            if (!reasons.contains(reason)) {
                reasons << reason;
            }
            labels[reason] << each.label;
        }
    }
    QStringList lines;
    for (const auto& reason : reasons) {
        lines << labels[reason].join(QStringLiteral(", ")) + QStringLiteral(": ") + reason;
    }
    const bool gaveNone =
        !documents_.empty() && std::all_of(documents_.begin(), documents_.end(), [](const auto& each) {
            return each.state == DocumentEntry::State::missing && each.why == "withdrawn";
        });
    if (gaveNone) {
        lines << tr(
            "The provider gave out none of them. If it is so with every customer, the account may lack the "
            "permission to hand documents out: tell your administrator.");
    }
    const bool keepsFiles = std::any_of(documents_.begin(), documents_.end(), [](const auto& each) {
        return each.state == DocumentEntry::State::kept && !each.isPicture();
    });
    if (keepsFiles) {
        lines << tr("Films and files are kept with the case. The desk opens pictures alone.");
    }
    missing_->setText(lines.join(u'\n'));
    missing_->setVisible(!lines.isEmpty());
}

void DocumentsCard::setCovered(bool covered) {
    if (covered_ == covered) {
        return;
    }
    covered_ = covered;
    for (auto* tile : tiles_) {
        tile->setCovered(covered);
    }
    covered ? letGo() : fetch();
}

void DocumentsCard::fetch() {
    if (source_ == nullptr || covered_ || !isVisible()) {
        return;
    }
    for (auto* tile : tiles_) {
        if (tile->entry().state == DocumentEntry::State::kept && tile->entry().isPicture()) {
            source_->want(tile->entry().evidence);
            tile->setEvidence(source_->find(tile->entry().evidence));
        }
    }
}

void DocumentsCard::letGo() {
    delete viewer_;
    for (auto* tile : tiles_) {
        tile->setCovered(true);
        if (source_ != nullptr && !tile->entry().evidence.empty()) {
            source_->forget(tile->entry().evidence);
        }
        tile->setCovered(covered_);
    }
}

void DocumentsCard::follow(const std::string& id) {
    for (auto* tile : tiles_) {
        if (tile->entry().evidence == id && isVisible() && tile->entry().isPicture()) {
            tile->setEvidence(source_->find(id));
        }
    }
}

void DocumentsCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    if (!event->spontaneous()) {
        fetch();
    }
}

void DocumentsCard::hideEvent(QHideEvent* event) {
    Card::hideEvent(event);
    if (!event->spontaneous()) {
        letGo();
    }
}

void DocumentsCard::open(DocumentTile* tile) {
    if (source_ == nullptr || !tile->hasPicture()) {
        return;
    }
    if (viewer_ == nullptr) {
        viewer_ = new DocumentViewer{window()};
        viewer_->setAttribute(Qt::WA_DeleteOnClose);
        connect(viewer_, &DocumentViewer::stepAsked, this, &DocumentsCard::step);
    }
    const auto& entry = tile->entry();
    viewer_->setPicture(pictureOf(source_->find(entry.evidence).bytes, entry.mediaType), entry.label);
    viewer_->setProperty("document", tile->objectName());
    viewer_->open();
}

// To the next document that has a picture, round and round.
void DocumentsCard::step(int by) {
    std::vector<DocumentTile*> shown;
    std::copy_if(tiles_.begin(), tiles_.end(), std::back_inserter(shown),
                 [](const auto* tile) { return tile->hasPicture(); });
    const auto now = std::find_if(shown.begin(), shown.end(), [this](const auto* tile) {
        return tile->objectName() == viewer_->property("document").toString();
    });
    if (now != shown.end()) {
        const auto count = static_cast<int>(shown.size());
        open(shown[static_cast<std::size_t>((static_cast<int>(now - shown.begin()) + by + count) % count)]);
    }
}

}  // namespace verdesk::ui
