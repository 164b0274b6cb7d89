// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/queue_entry.h"
#include "app/workspace/page.h"

#include <QSet>

#include <optional>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace parley::console {

class ChatTabs;
class EmptyState;
class QueuePanel;
class UnsentPanel;
struct ApiReply;

/// "Queue and chat": on one side who waits, on the other the conversations one is in.
class QueuePage : public Page {
    Q_OBJECT

public:
    QueuePage(Workspace& workspace, QWidget* parent);
    ~QueuePage() override;

    void activate() override;
    /// @param conversation is opened in a tab; "take:" before it asks for its ownership too, "#" and a
    /// message's id behind it show that message
    void open(const QString& conversation) override;
    QString unsaved() const override;
    QList<QAction*> commands() const override;

    QueuePanel& panel() { return *m_panel; }
    ChatTabs& tabs() { return *m_tabs; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void addCommands();
    QAction* add(const QString& text, const QKeySequence& key, const char* name, std::function<void()> then);
    void accept(const QueueEntry& entry);
    void accepted(const QueueEntry& entry, const ApiReply& reply);
    void read(const QueueEntry& entry);
    void follow(const QList<QueueEntry>& entries);
    void tellKept(const QString& conversation, const QString& customer, bool isUnsent);
    void updateActions();

    Workspace& m_workspace;
    QSplitter* m_splitter;
    QueuePanel* m_panel;
    ChatTabs* m_tabs;
    UnsentPanel* m_unsent;
    QStackedWidget* m_chats;
    QPushButton* m_accept;
    QPushButton* m_read;
    QString m_accepting;
    /// Conversations that are with this person, as the queue was read last.
    std::optional<QSet<QString>> m_mine;
};

} // namespace parley::console
