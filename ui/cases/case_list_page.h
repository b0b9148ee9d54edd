#pragma once
// Today's cases of the branch. The list, what is typed to narrow it, and what stands there while it is empty, loading
// or could not be read.

#include "contract/case.h"
#include "desk/call_error.h"

#include <QWidget>

#include <map>
#include <optional>

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace verdesk::ui {

class Banner;
class CaseListModel;
class EmptyState;
class PageHeader;
class Skeleton;

class CaseListPage : public QWidget {
    Q_OBJECT

public:
    explicit CaseListPage(QWidget* parent = nullptr);

    void setFlowTitles(const std::map<std::string, Localized>& titles);
    void setLoading();
    // `cut`: there are more than these. `stale`: why the list could not be read again.
    void setCases(const std::vector<CaseSummary>& cases, bool cut, const std::optional<desk::CallError>& stale);
    void setFailed(const desk::CallError& error);
    void setBranch(const QString& branch);
    // Puts the keys on the list, on this case if it is there.
    void focusOn(const CaseId& id);
    void focusFilter();

Q_SIGNALS:
    void caseChosen(const verdesk::CaseId& id);
    void newCheckAsked();
    void readAgainAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void sizeColumns();
    void choose(const QModelIndex& index);
    bool isRead() const;
    void tellCount();

    CaseListModel* model_;
    PageHeader* header_;
    QLineEdit* filter_;
    Banner* stale_;
    QStackedWidget* stack_;
    QTableView* table_;
    EmptyState* none_;
    EmptyState* noMatch_;
    EmptyState* failed_;
    Skeleton* loading_;
    QWidget* tableCard_;
    QString branch_;
    bool cut_ = false;
};

}  // namespace verdesk::ui
