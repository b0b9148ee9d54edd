#include "ui/shell/main_window.h"

#include "ui/shell/brand_mark.h"
#include "ui/shell/normal_size.h"
#include "ui/shell/person_button.h"
#include "ui/shell/person_menu.h"
#include "ui/shell/workplace.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {
constexpr QSize leastSize{1024, 700};
constexpr QSize usualSize{1366, 768};
}  // namespace

MainWindow::MainWindow(WindowMemory memory, QWidget* parent) : QWidget{parent}, memory_{std::move(memory)} {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Verdesk"));
    setWindowIcon(QIcon{brandPixmap(64)});
    setMinimumSize(leastSize);
    new NormalSize{this};
    top_ = new TopBar{this};
    signIn_ = new SignInPage{this};
    lock_ = new LockPage{this};
    stack_ = new QStackedWidget{this};
    stack_->addWidget(signIn_);
    stack_->addWidget(lock_);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top_);
    column->addWidget(stack_, 1);
    if (const auto geometry = memory_.geometry(); geometry.isEmpty() || !restoreGeometry(geometry)) {
        resize(usualSize);
    }
    connect(lock_, &LockPage::signOutAsked, this, &MainWindow::signOutAsked);
    connect(&Theme::current(), &Theme::changed, this, [this] { update(); });
}

MainWindow::~MainWindow() = default;

PersonMenu* MainWindow::menu() {
    if (menu_ == nullptr) {  // made when it is first needed
        menu_ = new PersonMenu{this};
        top_->person()->setMenu(menu_);
        connect(menu_, &PersonMenu::schemeChosen, this, &MainWindow::schemeChosen);
        connect(menu_, &PersonMenu::textScaleChosen, this, &MainWindow::textScaleChosen);
        connect(menu_, &PersonMenu::lockAsked, this, &MainWindow::lockAsked);
        connect(menu_, &PersonMenu::signOutAsked, this, &MainWindow::signOutAsked);
        connect(menu_, &PersonMenu::aboutAsked, this, &MainWindow::aboutAsked);
    }
    return menu_;
}

void MainWindow::showSignIn() {
    top_->forgetPerson();
    stack_->setCurrentWidget(signIn_);
}

void MainWindow::setWorkplace(Workplace* workplace) {
    dropWorkplace();
    workplace_ = workplace;
    stack_->addWidget(workplace_);
    connect(workplace_, &Workplace::lockAsked, this, &MainWindow::lockAsked);
    connect(workplace_, &Workplace::menuAsked, this, [this] {
        menu();
        top_->person()->openMenu();
    });
}

void MainWindow::dropWorkplace() {
    if (workplace_ != nullptr) {
        stack_->removeWidget(workplace_);
        workplace_->deleteLater();
        workplace_ = nullptr;
        focusBefore_.clear();
    }
}

void MainWindow::showWork() {
    menu();
    top_->person()->setEnabled(true);
    if (workplace_ != nullptr) {
        stack_->setCurrentWidget(workplace_);
        if (focusBefore_ && focusBefore_->isVisible()) {
            focusBefore_->setFocus();
        }
        focusBefore_.clear();
    }
}

void MainWindow::showLock() {
    if (stack_->currentWidget() == lock_) {
        return;
    }
    focusBefore_ = focusWidget();
    if (menu_ != nullptr) {
        menu_->close();
    }
    // Whatever stands over the page would still show something.
    while (auto* popup = QApplication::activePopupWidget()) {
        popup->close();
    }
    const auto dialogs = findChildren<QDialog*>();
    for (auto* dialog : dialogs) {
        dialog->reject();
    }
    top_->person()->setEnabled(false);
    stack_->setCurrentWidget(lock_);
}

void MainWindow::raiseAndActivate() {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    memory_.setGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.fillRect(rect(), Theme::current().palette().background);
}

void MainWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!shown_) {
        shown_ = true;
        // After the window is mapped and painted: whatever starts now does not delay it.
        QMetaObject::invokeMethod(this, &MainWindow::firstShown, Qt::QueuedConnection);
    }
}

}  // namespace verdesk::ui
