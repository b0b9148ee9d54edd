#pragma once
// Claims one below the other: name, value, status, source. As high as its rows; arrow keys walk it, Ctrl+C copies a
// cell unless the values are hidden.

#include "contract/verification.h"

#include <QTableView>

namespace verdesk::ui {

class ClaimModel;

class ClaimTable : public QTableView {
    Q_OBJECT

public:
    explicit ClaimTable(QWidget* parent = nullptr);

    // `provider` is what stands under "Source", with the channel. Claims named in `leftOut` are shown elsewhere.
    void setClaims(const std::vector<claims::Claim>& claims, const QString& provider, claims::Channel channel,
                   const std::vector<std::string>& leftOut = {});
    // Covers the values; nothing can be copied.
    void setValuesHidden(bool hidden);
    bool valuesHidden() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();

    ClaimModel* model_;
};

}  // namespace verdesk::ui
