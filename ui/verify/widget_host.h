#pragma once
// The view that a provider's page runs in, as the pages of a check see it. An embedded browser implements it, in a
// plug-in that is loaded when the first widget opens; without the plug-in everything else works, and WidgetHosts says
// why widgets do not.

#include "contract/launch.h"

#include <QObject>
#include <QString>
#include <QUrl>
#include <QVersionNumber>

#include <memory>

class QWidget;

namespace verdesk::ui {

// What a view needs to know before it shows anything.
struct WidgetRequest {
    Launch launch;         // a widget, a redirect or a script
    QUrl hostOrigin;       // the backend's public origin, which is registered with the provider: our host page's base
    QString providerName;  // for the words on the page: "Passport.io"
    QString language;      // the customer's, "en"
    QVersionNumber oldestEngine = {};  // Chromium's version that the policy asks for at least; null: any
};

// Why the page cannot go on. The verification is untouched: staff may reload, or take the customer's phone.
enum class WidgetTrouble {
    loadFailed,     // no connection, or the provider's server refused
    certificate,    // the provider's certificate is wrong; never accepted
    crashed,        // the page's process ended
    silent,         // nothing was heard from the page in time
    refused,        // the page itself said that it failed
    engineTooOld,   // this engine is older than the policy's minimum
    cameraMissing,  // the launch needs a camera and this counter has none
    strayed,        // the page on top wanted to go where its launch does not lead, and was not let there
};

// Of the counter's camera, or of its microphone.
enum class DeviceState { notAsked, allowed, refused, missing };

// What was heard and not acted on, for the diagnostics. Counts alone: contents are not kept.
struct WidgetCounts {
    int foreignOrigin = 0;  // messages of another origin, or of a frame that is not ours
    int malformed = 0;      // too large, or no JSON
    int unmatched = 0;      // of the right origin, and in no rule of the launch
    int navigations = 0;    // refused
    int permissions = 0;    // refused
    int downloads = 0;      // refused
    int windows = 0;        // refused
};

// One launch: its profile, its page and its view. Destroying it forgets everything that the page left. On the GUI
// thread. Ended by deleteLater, from wherever the event loop runs: while the page asks a person for a file it is at
// work below that loop. What it asks is then taken back, and it goes once it has its answer.
class WidgetHost : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Belongs to the host; shown by whoever asks. Never null. Whoever puts it into a layout may destroy it with that.
    virtual QWidget* view() = 0;
    virtual void start() = 0;
    // From the launch's first page again, after any trouble.
    virtual void reload() = 0;
    // In spite of what was told last. After cameraMissing, where nothing is loaded yet, the page is loaded without one,
    // also from then on: some pages take pictures that were made before.
    virtual void showNonetheless() = 0;
    virtual WidgetCounts counts() const = 0;

Q_SIGNALS:
    // The provider's page is there and was painted.
    void shown();
    // A rule of the launch says that this message, verbatim JSON, is for the backend.
    void forwarded(const QByteArray& message);
    // A rule says that the customer's part is over. That is no result.
    void finished();
    // The page went to the launch's redirectUri; the address is for the backend, and was not loaded.
    void returned(const QUrl& address);
    // The page went to the launch's backUri: the customer went back.
    void wentBack();
    void troubled(verdesk::ui::WidgetTrouble trouble);
    // Where the provider's page really is, and whether the connection is protected. A loopback address counts as such.
    void whereChanged(const QString& origin, bool isSecure);
    void cameraChanged(verdesk::ui::DeviceState state);
    void microphoneChanged(verdesk::ui::DeviceState state);
    void countsChanged();
};

// Made by the plug-in.
class WidgetHostFactory {
public:
    virtual ~WidgetHostFactory() = default;
    // Why there can be no view on this computer, in words for staff; empty where there can. To be asked first.
    virtual QString problem() const = 0;
    virtual std::unique_ptr<WidgetHost> create(const WidgetRequest& request) = 0;
    // "Chromium 102.0.5005.177", for the help page and for support.
    virtual QString engine() const = 0;
};

// Where views come from. Passed to the pages, so that tests give their own.
class WidgetHosts {
public:
    virtual ~WidgetHosts() = default;
    // Null where there can be none: `problem` says why, in words for staff.
    virtual WidgetHostFactory* factory() = 0;
    virtual QString problem() const = 0;
    // Whether there may be views, as far as can be told without loading anything.
    virtual bool mayBeThere() const {
        return true;
    }
};

}  // namespace verdesk::ui

Q_DECLARE_INTERFACE(verdesk::ui::WidgetHostFactory, "org.verdesk.WidgetHostFactory/1")
