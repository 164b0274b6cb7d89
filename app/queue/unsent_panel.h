// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/unsent.h"

#include <QFrame>
#include <QStandardItemModel>

class QListView;

namespace parley::console {

class ChatTabs;
class PlainLabel;

/// Below the queue: what was written in chats that are not open and has not been sent. Hidden while there is
/// nothing.
class UnsentPanel : public QFrame {
    Q_OBJECT

public:
    /// @param tabs outlives this
    explicit UnsentPanel(ChatTabs& tabs, QWidget* parent = nullptr);

    void refresh();
    int count() const { return static_cast<int>(m_shown.size()); }

Q_SIGNALS:
    void wanted(const QString& conversation);

private:
    ChatTabs& m_tabs;
    QStandardItemModel m_model;
    QListView* m_view;
    PlainLabel* m_title;
    QList<Unsent> m_shown;
};

} // namespace parley::console
