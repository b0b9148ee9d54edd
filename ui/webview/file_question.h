#pragma once
// What a page asks a person for: files. The engine wants them as a value, so an event loop runs below its call, the one
// place in the desk where one does. Until ask() returned, nothing of the page may go, whatever happens meanwhile.

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>

class QFileDialog;

namespace verdesk::ui::webview {

class FileQuestion {
public:
    using Choose = std::function<QStringList(bool several)>;

    // Empty `choose`: a dialog over `view`.
    FileQuestion(QWidget* view, Choose choose);

    // Nothing where nothing was chosen, where the question was taken back, or while another one is open.
    QStringList ask(bool several);
    bool isOpen() const {
        return isOpen_;
    }
    void takeBack();

private:
    QStringList askByDialog(bool several);

    QPointer<QWidget> view_;
    Choose choose_;
    QPointer<QFileDialog> dialog_;
    bool isOpen_ = false;
    bool wasTakenBack_ = false;
};

}  // namespace verdesk::ui::webview
