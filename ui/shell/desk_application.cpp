#include "ui/shell/desk_application.h"

#include "desk/backend_client.h"
#include "desk/case_book.h"
#include "desk/change_feed.h"
#include "desk/check_flow.h"
#include "desk/evidence_box.h"
#include "desk/open_checks.h"
#include "desk/practice.h"
#include "desk/unmatched_book.h"
#include "ui/cases/cases_area.h"
#include "ui/cases/unmatched_page.h"
#include "ui/parts/words.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/person_menu.h"
#include "ui/shell/verify_binding.h"
#include "ui/shell/workplace.h"
#include "ui/verify/verify_area.h"
#include "ui/verify/widget_plugin.h"

#include <QApplication>
#include <QDesktopServices>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace verdesk::ui {
namespace {

SchemeChoice schemeOf(desk::Theme theme) {
    switch (theme) {
        case desk::Theme::light:
            return SchemeChoice::light;
        case desk::Theme::dark:
            return SchemeChoice::dark;
        case desk::Theme::system:
            break;
    }
    return SchemeChoice::followSystem;
}

}  // namespace

DeskApplication::DeskApplication(QApplication& application, DeskOptions options)
    : application_{application}, options_{std::move(options)} {
    WindowMemory memory{options_.stateFile};
    const auto fallback = options_.settings ? schemeOf(options_.settings->theme) : SchemeChoice::followSystem;
    theme_ = std::make_unique<Theme>(application_, options_.scheme.value_or(memory.scheme().value_or(fallback)));
    theme_->setTextScale(memory.textScale());
    if (!options_.openUrl) {
        options_.openUrl = [](const QUrl& url) { QDesktopServices::openUrl(url); };
    }
    if (options_.widgets == nullptr) {
        plugin_ = std::make_unique<WidgetPlugin>();
        options_.widgets = plugin_.get();
    }
    window_ = std::make_unique<MainWindow>(std::move(memory));
    window_->top()->setEnvironment(isPractice() ? Environment::practice : Environment::unknown);
    connect(window_.get(), &MainWindow::firstShown, this, &DeskApplication::begin);
    if (!isPractice()) {
        window_->signIn()->showForm();
    }
}

DeskApplication::~DeskApplication() {
    application_.removeEventFilter(this);
    window_->dropWorkplace();
}

void DeskApplication::show() {
    window_->show();
}

// After the window is on the screen: network, logic and the practice backend.
void DeskApplication::begin() {
    if (begun_) {
        return;
    }
    begun_ = true;
    client_ = std::make_unique<desk::BackendClient>();
    session_ = std::make_unique<desk::DeskSession>(*client_, nullptr, options_.idleClock);
    feed_ = std::make_unique<desk::ChangeFeed>(*client_);
    feed_->setWait(options_.feedWait);
    checks_ = std::make_unique<desk::OpenChecks>();
    flow_ = std::make_unique<desk::CheckFlow>(*client_, *checks_);
    cases_ = std::make_unique<desk::CaseBook>(*client_);
    evidence_ = std::make_unique<desk::EvidenceBox>(*client_);
    unmatched_ = std::make_unique<desk::UnmatchedBook>(*client_);
    connectLogic();
    connectWindow();
    application_.installEventFilter(this);
    if (isPractice()) {
        beginPractice();
    } else {
        session_->setCounter(options_.settings->counter, options_.settings->branch);
        client_->setAddress(options_.settings->address);
        Q_EMIT readyToSignIn();
    }
}

void DeskApplication::beginPractice() {
    practice_ = std::make_unique<desk::Practice>(options_.practiceProgram, options_.practiceData);
    session_->setCounter(tr("Counter 1"), {});
    connect(practice_.get(), &desk::Practice::ready, this, [this](const QString& address) {
        client_->setAddress(address);
        client_->hurry();
        if (session_->state() == desk::DeskSession::State::signedOut) {
            std::vector<PracticePerson> people;
            for (const auto& account : practice_->accounts()) {
                people.push_back({account.role, toQt(account.displayName)});
            }
            window_->signIn()->showPeople(people);
            Q_EMIT readyToSignIn();
        } else {
            session_->renew(practicePassword());  // it was started anew, and its sessions are gone
        }
    });
    connect(practice_.get(), &desk::Practice::ended, this, [this] {
        if (session_->state() == desk::DeskSession::State::signedOut) {
            window_->signIn()->showStarting();
        }
    });
    connect(practice_.get(), &desk::Practice::failed, window_->signIn(), &SignInPage::showFailed);
    connect(window_->signIn(), &SignInPage::retryAsked, practice_.get(), [this] {
        window_->signIn()->showStarting();
        practice_->start();
    });
    practice_->start();
}

void DeskApplication::connectLogic() {
    using desk::ChangeFeed;
    using desk::DeskSession;
    connect(session_.get(), &DeskSession::stateChanged, this, &DeskApplication::followSession);
    connect(session_.get(), &DeskSession::signedIn, this, &DeskApplication::enterPerson);
    connect(session_.get(), &DeskSession::signedOut, this, &DeskApplication::leavePerson);
    connect(session_.get(), &DeskSession::flowsChanged, this, &DeskApplication::followFlows);
    connect(session_.get(), &DeskSession::refused, this, [this](const desk::CallError& error) {
        if (session_->state() == DeskSession::State::locked) {
            window_->lock()->showError(error);
        } else {
            window_->signIn()->showError(error);
        }
    });
    connect(session_.get(), &DeskSession::unlocked, this, [this] {
        feed_->resume();
        flow_->connectionBack();
        cases_->connectionBack();
    });
    connect(session_.get(), &DeskSession::reloaded, this, [this] {
        feed_->start(session_->me()->cursor);
        flow_->readAll();
        cases_->connectionBack();
    });
    connect(feed_.get(), &ChangeFeed::changed, flow_.get(), &desk::CheckFlow::take);
    connect(feed_.get(), &ChangeFeed::changed, cases_.get(), &desk::CaseBook::take);
    connect(feed_.get(), &ChangeFeed::reloadNeeded, session_.get(), &DeskSession::reload);
    connect(feed_.get(), &ChangeFeed::connected, this, [this] { followConnection(true); });
    connect(feed_.get(), &ChangeFeed::lost, this, [this] { followConnection(false); });
    connect(client_.get(), &desk::BackendClient::tooOld, this, [this](const QString& detail) {
        if (workplace_ != nullptr) {
            workplace_->setTooOld(detail);
        }
    });
    for (const auto signal : {&desk::OpenChecks::rowsInserted, &desk::OpenChecks::rowsRemoved}) {
        connect(checks_.get(), signal, this, &DeskApplication::followChecks);
    }
    connect(checks_.get(), &desk::OpenChecks::pageChanged, this, &DeskApplication::followChecks);
    connect(checks_.get(), &desk::OpenChecks::modelReset, this, &DeskApplication::followChecks);
}

void DeskApplication::connectWindow() {
    auto* window = window_.get();
    connect(window->signIn(), &SignInPage::submitted, session_.get(), &desk::DeskSession::signIn);
    connect(window->signIn(), &SignInPage::personChosen, this, &DeskApplication::signInAs);
    connect(window->lock(), &LockPage::unlockAsked, this, &DeskApplication::unlock);
    connect(window, &MainWindow::lockAsked, session_.get(), [this] { session_->lock(); });
    connect(window, &MainWindow::signOutAsked, session_.get(), &desk::DeskSession::signOut);
    connect(window, &MainWindow::aboutAsked, this, &DeskApplication::showAbout);
    connect(window, &MainWindow::schemeChosen, this, [this](SchemeChoice scheme) {
        theme_->setChoice(scheme);
        window_->memory().setScheme(scheme);
        window_->menu()->setLook(theme_->choice(), theme_->textScale());
    });
    connect(window, &MainWindow::textScaleChosen, this, [this](double scale) {
        theme_->setTextScale(scale);
        window_->memory().setTextScale(scale);
        window_->menu()->setLook(theme_->choice(), theme_->textScale());
    });
}

void DeskApplication::signInAs(int practiceAccount) {
    const auto& accounts = practice_->accounts();
    if (practiceAccount < 0 || practiceAccount >= static_cast<int>(accounts.size())) {
        return;
    }
    const auto& account = accounts[static_cast<std::size_t>(practiceAccount)];
    session_->signIn(toQt(account.name), toQt(account.password));
}

// Of whoever is signed in; practice mode makes new ones at each start.
QString DeskApplication::practicePassword() const {
    for (const auto& account : practice_->accounts()) {
        if (session_->me() && account.name == session_->me()->staff.name) {
            return toQt(account.password);
        }
    }
    return {};
}

void DeskApplication::unlock(const QString& password) {
    session_->unlock(isPractice() ? practicePassword() : password);
}

// The customer's phone, with the code of the check that is looked at. Asked for anew: its address moves when practice
// is started anew.
void DeskApplication::playCustomer(const QString& code) {
    client_->practicePhone(this, [this, code](desk::Answer<std::string> answer) {
        if (!answer) {
            return;  // the strip above the page says that nothing answers
        }
        QUrl url{toQt(*answer)};
        if (!code.isEmpty()) {
            QUrlQuery query{url};
            query.addQueryItem(QStringLiteral("code"), code);
            url.setQuery(query);
        }
        options_.openUrl(url);
    });
}

void DeskApplication::followSession(desk::DeskSession::State state) {
    using State = desk::DeskSession::State;
    const auto before = std::exchange(stateBefore_, state);
    window_->signIn()->setBusy(state == State::signingIn);
    switch (state) {
        case State::signedOut:
        case State::signingIn:
            window_->showSignIn();
            break;
        case State::active:
            window_->lock()->setBusy(false);
            window_->showWork();
            break;
        case State::locked:
            if (session_->lockReason() == desk::DeskSession::LockReason::sessionEnded) {
                feed_->stop();
            }
            if (before == State::unlocking) {
                window_->lock()->setBusy(false);
            } else {
                window_->lock()->open(toQt(session_->me()->staff.displayName), session_->lockReason(), runningChecks(),
                                      !isPractice());
            }
            window_->showLock();
            break;
        case State::unlocking:
            window_->lock()->setBusy(true);
            break;
    }
}

void DeskApplication::enterPerson() {
    const auto& me = *session_->me();
    theme_->setAccent(QColor{toQt(me.institution.accent)});
    window_->top()->setMe(me);
    window_->menu()->setLook(theme_->choice(), theme_->textScale());
    flow_->setHideClaimsAfter(std::chrono::seconds{me.hideClaimsSeconds});
    window_->signIn()->reset();
    buildWorkplace();
    window_->setWorkplace(workplace_);
    window_->showWork();
    feed_->start(me.cursor);
    followConnection(true);
    workplace_->go(Place::verify);
}

void DeskApplication::buildWorkplace() {
    const auto& me = *session_->me();
    casesArea_ = new CasesArea{*cases_, me.staff.role};
    casesArea_->setBranch(toQt(me.branchName));
    casesArea_->setEvidence(evidence_.get());
    casesArea_->setHideClaimsAfter(std::chrono::seconds{me.hideClaimsSeconds});
    verify_ = new VerifyBinding{*session_, *checks_, *flow_, *client_, *evidence_, options_.widgets, this};
    workplace_ = new Workplace{verify_->area(), casesArea_};
    verify_->setParent(workplace_);
    if (me.staff.role == Role::officer || me.staff.role == Role::admin) {
        unmatchedPage_ = new UnmatchedPage{*unmatched_};
        workplace_->addUnmatched(unmatchedPage_);
        connect(unmatched_.get(), &desk::UnmatchedBook::changed, workplace_,
                [this] { workplace_->setUnmatched(static_cast<int>(unmatched_->all().size())); });
        unmatched_->follow();
    }
    connect(workplace_, &Workplace::placeChanged, this, [this](Place place) {
        if (place == Place::cases) {
            casesArea_->enter();
        } else if (place == Place::verify) {
            verify_->enter();
        } else if (place == Place::unmatched) {
            unmatchedPage_->enter();
        }
    });
    const auto newCheck = [this] {
        workplace_->go(Place::verify);
        verify_->newCheck();
    };
    connect(workplace_, &Workplace::newCheckAsked, this, newCheck);
    connect(casesArea_, &CasesArea::newCheckAsked, this, newCheck);
    connect(casesArea_, &CasesArea::newCheckInCaseAsked, this, [this](const CaseSummary& summary) {
        workplace_->go(Place::verify);
        verify_->newCheckIn(summary);
    });
    connect(casesArea_, &CasesArea::checkAsked, this,
            [this](const CaseSummary& summary, const Verification& verification) {
                auto value = cases_->current().value_or(Case{});
                if (value.summary.id != summary.id) {
                    value = {};
                    value.summary = summary;
                    value.verifications = {verification};
                }
                workplace_->go(Place::verify);
                verify_->takeOver(value, verification);
            });
    connect(verify_, &VerifyBinding::caseAsked, this, [this](const CaseId& id) {
        workplace_->go(Place::cases);
        casesArea_->openCase(id);
    });
    connect(verify_, &VerifyBinding::phoneAsked, this, &DeskApplication::playCustomer);
}

void DeskApplication::leavePerson() {
    feed_->stop();
    flow_->clear();
    cases_->clear();
    evidence_->clear();
    unmatched_->clear();
    window_->dropWorkplace();
    workplace_ = nullptr;
    verify_ = nullptr;
    casesArea_ = nullptr;
    unmatchedPage_ = nullptr;
    window_->top()->setConnection(Connection::none);
    window_->top()->setEnvironment(isPractice() ? Environment::practice : Environment::unknown);
    theme_->setAccent({});
    window_->showSignIn();
    window_->signIn()->reset();
}

void DeskApplication::followConnection(bool connected) {
    window_->top()->setConnection(connected ? Connection::connected : Connection::lost);
    if (workplace_ != nullptr) {
        workplace_->setConnectionLost(!connected);
    }
    if (connected) {
        flow_->connectionBack();
        cases_->connectionBack();
        session_->readFlows();
    } else {
        flow_->connectionLost();
    }
}

void DeskApplication::followFlows() {
    std::map<std::string, Localized> titles;
    for (const auto& flow : session_->flows()) {
        titles[flow.id] = flow.title;
    }
    if (casesArea_ != nullptr) {
        casesArea_->setFlowTitles(titles);
    }
}

int DeskApplication::runningChecks() const {
    const auto ids = checks_->ids();
    return static_cast<int>(
        std::count_if(ids.begin(), ids.end(), [this](int id) { return desk::isRunning(checks_->find(id)->page); }));
}

void DeskApplication::followChecks() {
    const int running = runningChecks();
    if (workplace_ != nullptr) {
        workplace_->setRunningChecks(running);
    }
    window_->lock()->setRunningChecks(running);
}

void DeskApplication::showAbout() {
    auto* about = new AboutDialog{client_->address(), window_.get()};
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

// Whatever a person does at this desk puts the idle lock off; what the feed brings does not.
bool DeskApplication::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
            session_->noteActivity();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

MainWindow& DeskApplication::window() {
    return *window_;
}
Theme& DeskApplication::theme() {
    return *theme_;
}
desk::BackendClient& DeskApplication::client() {
    return *client_;
}
desk::DeskSession& DeskApplication::session() {
    return *session_;
}
desk::OpenChecks& DeskApplication::checks() {
    return *checks_;
}
desk::CheckFlow& DeskApplication::flow() {
    return *flow_;
}
desk::ChangeFeed& DeskApplication::feed() {
    return *feed_;
}
desk::CaseBook& DeskApplication::cases() {
    return *cases_;
}
desk::Practice* DeskApplication::practice() {
    return practice_.get();
}
bool DeskApplication::isPractice() const {
    return !options_.settings.has_value();
}

}  // namespace verdesk::ui
