#pragma once
// Views that show nothing and do what a test tells them to.

#include "ui/verify/widget_host.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <vector>

namespace verdesk::test {

class FakeHost : public ui::WidgetHost {
    Q_OBJECT

public:
    explicit FakeHost(ui::WidgetRequest made) : request{std::move(made)}, view_{std::make_unique<QWidget>()} {
        view_->setFocusPolicy(Qt::StrongFocus);
    }
    QWidget* view() override {
        return view_;
    }
    void start() override {
        ++starts;
    }
    void reload() override {
        ++reloads;
    }
    void showNonetheless() override {
        ++shows;
    }
    ui::WidgetCounts counts() const override {
        return seen;
    }
    bool event(QEvent* event) override {
        wasEnded = wasEnded || event->type() == QEvent::DeferredDelete;
        return (event->type() == QEvent::DeferredDelete && isAsking) || WidgetHost::event(event);
    }

    ui::WidgetRequest request;
    ui::WidgetCounts seen;
    int starts = 0;
    int reloads = 0;
    int shows = 0;
    bool isAsking = false;  // a person, and stays until it has its answer
    bool wasEnded = false;

private:
    // As the contract has it: the view belongs to the host, whoever shows it.
    struct View {
        explicit View(std::unique_ptr<QWidget> made) : widget{made.release()} {}
        ~View() {
            delete widget;
        }
        QWidget* operator->() const {
            return widget;
        }
        operator QWidget*() const {
            return widget;
        }
        QPointer<QWidget> widget;
    };
    View view_;
};

class FakeWidgets : public ui::WidgetHosts, public ui::WidgetHostFactory {
public:
    ui::WidgetHostFactory* factory() override {
        return trouble.isEmpty() ? this : nullptr;
    }
    QString problem() const override {
        return trouble;
    }
    bool mayBeThere() const override {
        return trouble.isEmpty();
    }
    std::unique_ptr<ui::WidgetHost> create(const ui::WidgetRequest& request) override {
        auto host = std::make_unique<FakeHost>(request);
        hosts.emplace_back(host.get());
        return host;
    }
    QString engine() const override {
        return QStringLiteral("Fake 1");
    }

    // The newest that is still there; null where none is.
    FakeHost* last() const {
        return hosts.empty() ? nullptr : hosts.back().data();
    }
    int alive() const {
        int count = 0;
        for (const auto& each : hosts) {
            count += each.isNull() ? 0 : 1;
        }
        return count;
    }

    QString trouble;
    std::vector<QPointer<FakeHost>> hosts;
};

}  // namespace verdesk::test
