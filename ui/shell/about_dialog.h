#pragma once
// What this program is, its version and its licences.

#include <QDialog>

namespace verdesk::ui {

class AboutDialog : public QDialog {
    Q_OBJECT

public:
    AboutDialog(const QString& backend, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fit();
};

}  // namespace verdesk::ui
