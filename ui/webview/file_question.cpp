#include "ui/webview/file_question.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace verdesk::ui::webview {
namespace {

struct FileDialog {
    Q_DECLARE_TR_FUNCTIONS(verdesk::ui::webview::FileDialog)
};

}  // namespace

FileQuestion::FileQuestion(QWidget* view, Choose choose) : view_{view}, choose_{std::move(choose)} {}

QStringList FileQuestion::ask(bool several) {
    if (isOpen_) {
        return {};
    }
    isOpen_ = true;
    wasTakenBack_ = false;
    const auto files = choose_ ? choose_(several) : askByDialog(several);
    isOpen_ = false;
    return wasTakenBack_ ? QStringList{} : files;
}

void FileQuestion::takeBack() {
    wasTakenBack_ = true;
    if (dialog_ != nullptr) {
        dialog_->reject();
    }
}

QStringList FileQuestion::askByDialog(bool several) {
    dialog_ = new QFileDialog{view_, FileDialog::tr("Choose what to hand in")};
    dialog_->setObjectName(QStringLiteral("fileDialog"));
    dialog_->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    const bool wasChosen = dialog_->exec() == QDialog::Accepted && dialog_ != nullptr;
    auto files = wasChosen ? dialog_->selectedFiles() : QStringList{};
    delete dialog_;
    return files;
}

}  // namespace verdesk::ui::webview
