#pragma once
// A layout of widgets side by side in given shares, or in rows of equal cells; where the width does not suffice, fewer
// stand side by side. Heights follow the widths.

#include <QLayout>

#include <vector>

namespace verdesk::ui {

class Columns : public QLayout {
    Q_OBJECT

public:
    // `least`: the width that one unit of share needs, in pixels at 100% text. With equal shares as many stand in a row
    // as fit, at most `most`; with different ones all or none. `even`: cells of a row get the same height.
    Columns(int least, int most, bool even, int gap, QWidget* parent = nullptr);
    ~Columns() override;

    void add(QWidget* widget, int share = 1);
    void setMost(int most);

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    Qt::Orientations expandingDirections() const override;

private:
    struct Cell {
        QLayoutItem* item;
        int share;
    };
    std::vector<Cell> visible() const;
    int perRow(int width) const;
    int place(const QRect& rect, bool really) const;

    int least_;
    int most_;
    bool even_;
    int gap_;
    std::vector<Cell> cells_;
};

}  // namespace verdesk::ui
