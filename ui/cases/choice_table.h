#pragma once
// A short table of plain words to choose a row from: as high as its rows, by arrow keys, Return or a press.

#include <QStandardItemModel>
#include <QTableView>

#include <vector>

namespace verdesk::ui {

class ChoiceTable : public QTableView {
    Q_OBJECT

public:
    struct Column {
        QString title;
        int share = 1;  // of the width
        bool strong = false;
    };
    ChoiceTable(const char* name, const QString& accessibleName, const std::vector<Column>& columns,
                QWidget* parent = nullptr);

    // Keeps the row where it stands by number.
    void setRows(const std::vector<QStringList>& rows);
    int row() const;  // -1: none

Q_SIGNALS:
    void rowChanged(int row);
    void rowChosen(int row);  // by Return or a press

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    int longestWord(int column) const;
    void fit();

    std::vector<Column> columns_;
    QStandardItemModel* model_;
};

}  // namespace verdesk::ui
