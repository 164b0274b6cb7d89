// SPDX-License-Identifier: MIT
#pragma once

#include "app/monitor/monitor_feed.h"
#include "app/monitor/monitor_model.h"
#include "app/workspace/customer_labels.h"
#include "app/workspace/page.h"

#include <QTimer>

class QStackedLayout;

namespace parley::console {

class Banner;
class EmptyState;
class FilterBar;
class MonitorTable;
class PlainLabel;

/// All conversations of the tenant: found by words and filters, opened to be read, taken over.
class MonitorPage : public Page {
    Q_OBJECT

public:
    MonitorPage(Workspace& workspace, QWidget* parent);
    ~MonitorPage() override;

    void activate() override;
    /// @param argument words to search for
    void open(const QString& argument) override;

private:
    void buildActions();
    QAction*
    addCommand(const QString& text, const QKeySequence& key, void (MonitorPage::*run)(), bool needsRow);
    void connectFeed();
    void updateState();
    void readTeams();
    void openCurrent();
    void takeOver();
    void takeOverNow(const QString& conversation, bool isForced);
    void openCustomer();
    void openRuns();
    void copyId();
    void exportList();
    void goOnExporting();
    void writeList();
    void focusSearch();
    void refresh();

    Workspace& m_workspace;
    MonitorModel m_model;
    MonitorFeed m_feed;
    CustomerLabels m_names;
    FilterBar* m_filter;
    Banner* m_banner;
    MonitorTable* m_table;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
    PlainLabel* m_footer;
    QList<QAction*> m_rowActions;
    QTimer m_rest;
    /// What the banner's button does.
    std::function<void()> m_bannerAction;
    QString m_exportPath;
};

} // namespace parley::console
