// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace parley::console {

class ChatTabs;
class ConversationView;

/// Remembers which chats are open, in which order and which one is in front, for each server, person and
/// tenant, and brings them back when the console starts again; and with them the chats that the person holds.
/// One that is gone meanwhile is left out, and said in one line.
class OpenChats : public QObject {
    Q_OBJECT

public:
    /// Brings them back as soon as drafts can be read. @param workspace, tabs outlive this
    OpenChats(Workspace& workspace, ChatTabs& tabs, QObject* parent = nullptr);

private:
    void bringBack();
    void bringHeld();
    void openBehind(const QString& conversation);
    void settled(const QString& conversation, ConversationView* gone);
    void remember();
    QString key(const char* what) const;

    Workspace& m_workspace;
    ChatTabs& m_tabs;
    QString m_scope;
    /// Brought back, and not read yet.
    QSet<QString> m_reading;
    int m_gone = 0;
    bool m_isReady = false;
};

} // namespace parley::console
