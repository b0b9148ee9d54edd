#pragma once
// The documents of a verification in a row, below it why some are not there, and the enlarged view. Fetches what is to
// be seen while it is to be seen: covered or left, nothing of it stays.

#include "ui/documents/document_entry.h"
#include "ui/parts/card.h"

#include <QPointer>

namespace verdesk::desk {
class EvidenceBox;
}

namespace verdesk::ui {

class DocumentTile;
class DocumentViewer;
class FlowLayout;
class Text;

class DocumentsCard : public Card {
    Q_OBJECT

public:
    explicit DocumentsCard(QWidget* parent = nullptr);
    ~DocumentsCard() override;

    // Where the bytes come from; null: nowhere, and only words are shown. Outlives the card.
    void setSource(desk::EvidenceBox* source);
    // Hides itself where there are none.
    void setDocuments(const std::vector<DocumentEntry>& documents);
    void setCovered(bool covered);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void follow(const std::string& id);
    void explain();
    void fetch();
    void letGo();
    void open(DocumentTile* tile);
    void step(int by);

    desk::EvidenceBox* source_ = nullptr;
    QWidget* row_;
    FlowLayout* line_;
    Text* missing_;
    std::vector<DocumentTile*> tiles_;
    std::vector<DocumentEntry> documents_;
    bool covered_ = false;
    QPointer<DocumentViewer> viewer_;
};

}  // namespace verdesk::ui
