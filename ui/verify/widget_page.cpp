#include "ui/verify/widget_page.h"

#include "desk/words.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/chip.h"
#include "ui/parts/rule.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/style/theme.h"
#include "ui/verify/cancel_question.h"
#include "ui/verify/page_wait.h"
#include "ui/verify/phone_panel.h"
#include "ui/verify/provider_start.h"
#include "ui/verify/widget_bar.h"
#include "ui/verify/widget_notice.h"
#include "ui/verify/widget_words.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

constexpr int leastHeight = 360;  // of the place for the provider's page; below that the whole page scrolls

}  // namespace

WidgetPage::WidgetPage(const VerifyContext& context, QWidget* parent)
    : CheckPage{"widgetPage", parent}, context_{context} {
    environment_ = new Chip{lookOf(Environment::unknown), this};
    environment_->setObjectName(QStringLiteral("environmentChip"));
    header()->addBadge(environment_);
    phone_ = new SecondaryButton{tr("Continue on the customer's phone"), "continueOnPhone", this};
    cancel_ = new SecondaryButton{tr("Cancel check"), "cancelButton", this};
    cancel_->setKey(Qt::Key_Escape);
    header()->addAction(phone_);
    header()->addAction(cancel_);
    problem_ = new Banner{BannerTone::warn, Icon::warning, {}, "problemBanner", this};
    question_ = new CancelQuestion{this};
    question_->setWords(tr("Cancel this check? What the customer has done on the provider's page is lost."));
    for (auto* each : {static_cast<QWidget*>(problem_), static_cast<QWidget*>(question_)}) {
        each->hide();
        body()->addWidget(each);
    }
    body()->addWidget(frame(), 1);
    diagnostics_ = new Text{{}, type::fine, Tone::second, this};
    diagnostics_->setObjectName(QStringLiteral("widgetDiagnostics"));
    diagnostics_->hide();
    body()->addWidget(diagnostics_);
    connectParts();
}

WidgetPage::~WidgetPage() = default;

QWidget* WidgetPage::frame() {
    auto* card = new Card{this};
    card->setInset(1);  // the line around stays visible
    card->body()->setSpacing(0);
    bar_ = new WidgetBar{card};
    card->body()->addWidget(bar_);
    card->body()->addWidget(new Rule{card});
    stack_ = new QStackedWidget{card};
    stack_->setMinimumHeight(leastHeight);
    start_ = new ProviderStart{stack_};
    notice_ = new WidgetNotice{stack_};
    phonePanel_ = new PhonePanel{stack_};
    wait_ = new PageWait{stack_};
    for (auto* each : {static_cast<QWidget*>(start_), static_cast<QWidget*>(notice_),
                       static_cast<QWidget*>(phonePanel_), static_cast<QWidget*>(wait_)}) {
        stack_->addWidget(each);
    }
    card->body()->addWidget(stack_, 1);
    return card;
}

void WidgetPage::connectParts() {
    connect(phone_, &Button::clicked, this, [this] { choosePhone(true); });
    connect(phonePanel_, &PhonePanel::backAsked, this, [this] { choosePhone(false); });
    connect(cancel_, &Button::clicked, this, [this] {
        question_->show();
        question_->ask();
        ensureWidgetVisible(question_);
    });
    connect(question_, &CancelQuestion::no, this, [this] {
        question_->hide();
        cancel_->setFocus(Qt::OtherFocusReason);
    });
    connect(question_, &CancelQuestion::yes, this, [this] {
        question_->hide();
        Q_EMIT staffDid(desk::Event::cancel);
    });
    connect(bar_, &WidgetBar::reloadAsked, this, &WidgetPage::reload);
    connect(start_, &ProviderStart::startAsked, this, [this] {
        begun_ = true;
        place();
    });
    connect(notice_, &WidgetNotice::reloadAsked, this, &WidgetPage::reload);
    connect(notice_, &WidgetNotice::showAsked, this, &WidgetPage::showNonetheless);
    connect(notice_, &WidgetNotice::phoneAsked, this, [this] { choosePhone(true); });
    connect(notice_, &WidgetNotice::anotherAsked, this, &CheckPage::anotherCheckAsked);
    connect(notice_, &WidgetNotice::fallbackAsked, this, &CheckPage::fallbackAsked);
}

void WidgetPage::setContext(const VerifyContext& context) {
    context_ = context;
}

const Launch* WidgetPage::launch() const {
    return check_.launch();
}

// A page that opens once shows an error the second time, and one that expired before it was opened the first. One that
// was opened in time may outlive that, with what the customer has done in it: it is given up where a reload was in
// vain.
bool WidgetPage::needsFreshLaunch() const {
    const auto* now = launch();
    const bool isOver = check_.pageDeadline.hasExpired() && (!wasOpened_ || reloadedLate_);
    return now != nullptr && ((now->opensOnce && wasOpened_) || isOver);
}

QString WidgetPage::fallbackTitle() const {
    const auto* flow = context_.fallbackOf(check_.wanted.flow);
    return flow != nullptr ? inDeskLanguage(flow->title) : QString{};
}

void WidgetPage::setCheck(const desk::Check& check) {
    const auto* before = check_.verification ? &*check_.verification : nullptr;
    const bool another = before != nullptr && check.verification && before->id != check.verification->id;
    const bool renewed = !another && check.renewals != check_.renewals;
    check_ = check;
    if (another || renewed) {
        drop();
        wasOpened_ = reloadedLate_ = false;
    }
    if (another) {
        begun_ = false;
        onPhone_ = false;
        question_->hide();
    }
    const auto provider = check.verification ? toQt(check.verification->provider) : QString{};
    header()->setTitle(nameOf(check));
    header()->setSubtitle(subtitleOf(check));
    environment_->setLook(lookOf(environmentOf(check)));
    environment_->setVisible(environmentOf(check) != Environment::live);
    cancel_->setEnabled(!check.cancelling);
    cancel_->setWords(check.cancelling ? tr("Cancelling…") : tr("Cancel check"));
    const bool hasOwnTime = !check.pageDeadline.isForever();
    bar_->setDeadline(hasOwnTime ? check.pageDeadline : check.deadline, hasOwnTime);
    const auto* now = launch();
    start_->setProvider(provider, now);
    wait_->setProvider(provider);
    phonePanel_->setUrl(now != nullptr ? toQt(now->phoneUrl) : QString{}, provider);
    QString words;
    if (check.problem) {
        words = desk::inWords(*check.problem);
    } else if (check.offline) {
        words = tr("Connection lost. The provider's page goes on; the result appears when the connection is back.");
    } else if (check.unknownState) {
        words = tr("This version cannot show what goes on. The check goes on.");
    }
    problem_->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        problem_->setWords(words);
    }
    place();
}

WidgetPage::Place WidgetPage::placeNow() const {
    if (check_.renewing) {
        return Place::wait;
    }
    if (onPhone_) {
        return Place::phone;
    }
    if (!check_.trouble.empty()) {
        return Place::notice;
    }
    const bool asks = check_.verification && check_.verification->launch == LaunchKind::redirect;
    return asks && !begun_ ? Place::start : Place::view;
}

void WidgetPage::place() {
    const auto* now = launch();
    if (now == nullptr) {
        return;  // what there was to show is gone; the check moves on in a moment
    }
    const auto wanted = placeNow();
    phone_->setVisible(!now->phoneUrl.empty() && wanted != Place::phone && wanted != Place::notice);
    bar_->setReloadable(wanted == Place::view);
    if (wanted == Place::view && host_ == nullptr) {
        open();
        return;
    }
    if (wanted == Place::notice) {
        showTrouble();
    }
    show(wanted);
}

void WidgetPage::show(Place place) {
    QWidget* page = place == Place::start    ? static_cast<QWidget*>(start_)
                    : place == Place::notice ? static_cast<QWidget*>(notice_)
                    : place == Place::phone  ? static_cast<QWidget*>(phonePanel_)
                    : place == Place::wait   ? static_cast<QWidget*>(wait_)
                    : host_ != nullptr       ? host_->view()
                                             : static_cast<QWidget*>(notice_);
    if (stack_->currentWidget() == page) {
        return;
    }
    // The stack is as high as what it shows, and not as the highest of all.
    for (int i = 0; i < stack_->count(); ++i) {
        auto* each = stack_->widget(i);
        const auto policy = each == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        each->setSizePolicy(QSizePolicy::Expanding, policy);
    }
    const bool focusInside = stack_->isAncestorOf(focusWidget()) || focusWidget() == phone_;
    stack_->setCurrentWidget(page);
    if (focusInside) {
        firstFocus()->setFocus(Qt::OtherFocusReason);
    }
}

void WidgetPage::showTrouble() {
    const auto provider = check_.verification ? toQt(check_.verification->provider) : QString{};
    const Offered offered{!launch()->phoneUrl.empty(), host_ != nullptr};
    const auto words = troubleWords(check_.trouble, provider, detail(), offered);
    notice_->setTrouble(words, toQt(check_.trouble),
                        {words.mayReload, offered.page ? words.show : QString{}, offered.phone, fallbackTitle()});
}

QString WidgetPage::detail() const {
    auto* widgets = context_.widgets;
    if (widgets == nullptr || check_.trouble == noViewCode) {
        return widgets != nullptr ? widgets->problem() : QString{};
    }
    if (check_.trouble == codeOf(WidgetTrouble::engineTooOld) && widgets->factory() != nullptr) {
        return tr("This counter has %1, and %2 is the least.", "Chromium 102.0.5005.177; a version")
            .arg(widgets->factory()->engine(), context_.oldestEngine.toString());
    }
    return {};
}

bool WidgetPage::mayRunHere() const {
    return check_.trouble.empty() || troubleWords(check_.trouble, {}, {}, {}).mayReload;
}

void WidgetPage::open() {
    if (needsFreshLaunch()) {
        Q_EMIT staffDid(desk::Event::renewPage);
        return;
    }
    auto* factory = context_.widgets != nullptr ? context_.widgets->factory() : nullptr;
    if (factory == nullptr) {
        Q_EMIT pageTroubled(std::string{noViewCode});
        return;
    }
    const auto language = check_.opening.consentLanguage.empty() ? std::string{"en"} : check_.opening.consentLanguage;
    host_ = factory->create(
        {*launch(), context_.hostOrigin, toQt(check_.verification->provider), toQt(language), context_.oldestEngine});
    auto* view = host_->view();
    view->setObjectName(QStringLiteral("widgetView"));
    if (view->accessibleName().isEmpty()) {
        view->setAccessibleName(tr("Page of %1", "provider").arg(toQt(check_.verification->provider)));
    }
    stack_->addWidget(view);
    follow(*host_);
    diagnostics_->setText(inWords(host_->counts()));
    diagnostics_->show();
    show(Place::view);
    wasOpened_ = true;
    host_->start();
}

// What the page does goes to the table; only what the frame shows stays here.
void WidgetPage::follow(WidgetHost& host) {
    connect(&host, &WidgetHost::forwarded, this,
            [this](const QByteArray& message) { Q_EMIT pageSaid(desk::PageForwarded{message.toStdString()}); });
    connect(&host, &WidgetHost::finished, this, [this] { Q_EMIT pageSaid(desk::PageFinished{}); });
    connect(&host, &WidgetHost::returned, this,
            [this](const QUrl& address) { Q_EMIT pageSaid(desk::PageReturned{address.toEncoded().toStdString()}); });
    connect(&host, &WidgetHost::wentBack, this, [this] { Q_EMIT pageSaid(desk::PageWentBack{}); });
    connect(&host, &WidgetHost::troubled, this,
            [this](WidgetTrouble trouble) { Q_EMIT pageTroubled(std::string{codeOf(trouble)}); });
    connect(&host, &WidgetHost::whereChanged, bar_, &WidgetBar::setWhere);
    connect(&host, &WidgetHost::cameraChanged, bar_, &WidgetBar::setCamera);
    connect(&host, &WidgetHost::microphoneChanged, bar_, &WidgetBar::setMicrophone);
    connect(&host, &WidgetHost::countsChanged, this, [this] { diagnostics_->setText(inWords(host_->counts())); });
}

void WidgetPage::end() {
    drop();
}

// The view may be what is just telling us something, or may be asking somebody: it goes when it can.
void WidgetPage::drop() {
    if (host_ == nullptr) {
        return;
    }
    host_->disconnect(this);
    host_->disconnect(bar_);
    auto* view = host_->view();
    stack_->removeWidget(view);
    view->hide();
    host_.release()->deleteLater();
    bar_->setWhere({}, false);
    bar_->setCamera(DeviceState::notAsked);
    bar_->setMicrophone(DeviceState::notAsked);
    diagnostics_->hide();
}

void WidgetPage::showNonetheless() {
    if (host_ != nullptr) {
        host_->showNonetheless();
    }
    Q_EMIT staffDid(desk::Event::reloadPage);
}

void WidgetPage::reload() {
    if (needsFreshLaunch()) {
        Q_EMIT staffDid(desk::Event::renewPage);
        return;
    }
    reloadedLate_ = wasOpened_ && check_.pageDeadline.hasExpired();
    const bool there = host_ != nullptr;
    if (there) {
        host_->reload();
    }
    Q_EMIT staffDid(desk::Event::reloadPage);
    if (!there) {
        place();
    }
}

// One page at a time: on the phone or here.
void WidgetPage::choosePhone(bool phone) {
    onPhone_ = phone;
    if (phone) {
        drop();
        phonePanel_->setReturnable(mayRunHere());
        if (!wasOpened_ && check_.pageDeadline.hasExpired()) {
            Q_EMIT staffDid(desk::Event::renewPage);  // the code would lead to an error
        }
    } else {
        Q_EMIT staffDid(desk::Event::reloadPage);
    }
    place();
}

QWidget* WidgetPage::firstFocus() {
    auto* page = stack_->currentWidget();
    if (page == start_) {
        return start_->firstFocus();
    }
    if (page == notice_) {
        return notice_->firstFocus();
    }
    if (page == phonePanel_) {
        return phonePanel_->firstFocus()->isVisible() ? phonePanel_->firstFocus() : cancel_;
    }
    if (page == wait_) {
        return cancel_;
    }
    return page;
}

}  // namespace verdesk::ui
