// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/customer_names.h"
#include "app/queue/presence_board.h"
#include "app/queue/queue_filter.h"
#include "app/queue/queue_model.h"
#include "app/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QListView;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace parley::console {

class Banner;
class EmptyState;
class QueueFeed;

/// The queue: filters above, the list below, and what stands there while it is empty.
class QueuePanel : public QWidget {
    Q_OBJECT

public:
    explicit QueuePanel(Workspace& workspace, QWidget* parent = nullptr);
    ~QueuePanel() override;

    QListView& view() { return *m_view; }
    QueueModel& model() { return m_model; }
    PresenceBoard& presence() { return m_presence; }
    /// The case that is chosen; nullptr: none.
    const QueueEntry* current() const;
    /// Of a conversation that is in the queue, whatever is filtered; nullptr: it is not there.
    const QueueEntry* entryOfConversation(const QString& conversation) const;
    void reload();
    void setShown(QueueFilter::Shown shown);
    int waitingCount() const { return m_filter.count(QueueFilter::Shown::Waiting); }

Q_SIGNALS:
    /// Enter, or a double click: the person wants the case.
    void acceptWanted(const parley::console::QueueEntry& entry);
    /// Space: the person wants to read it.
    void readWanted(const parley::console::QueueEntry& entry);
    void currentChanged();
    void waitingChanged(int count);
    /// The queue as it is now, read from the server.
    void entriesRead(const QList<parley::console::QueueEntry>& entries);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFilters(QWidget* bar);
    void loadTeams();
    void shownChanged();
    void updateCounts();
    void updateEmpty();

    Workspace& m_workspace;
    CustomerNames m_names;
    PresenceBoard m_presence;
    QueueModel m_model;
    QueueFilter m_filter;
    QueueFeed* m_feed;
    QListView* m_view;
    Banner* m_banner;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
    QButtonGroup* m_shown;
    QComboBox* m_team;
    QTimer m_tick;
};

} // namespace parley::console
