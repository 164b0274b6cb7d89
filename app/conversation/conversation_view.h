// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/conversation_source.h"
#include "app/workspace/workspace.h"

#include <QWidget>

namespace parley::console {

class Banner;
class ConversationHeader;
class PlainLabel;
class TranscriptView;

/// One conversation: whose it is, what was said, and what can be written.
class ConversationView : public QWidget {
    Q_OBJECT

public:
    /// @param workspace outlives this
    ConversationView(Workspace& workspace, const QString& conversation, QWidget* parent = nullptr);

    const QString& id() const { return m_source.id(); }
    ConversationSource& source() { return m_source; }
    TranscriptView& transcript() { return *m_transcript; }
    /// Messages that came while it was not looked at.
    int unread() const { return m_unread; }
    /// Whether it is looked at: what comes is read then.
    void setActive(bool isActive);

Q_SIGNALS:
    /// What a tab shows of it.
    void titleChanged();

private:
    void build();
    void connectSource();
    void sourceFailed(const ApiError& error);
    void showMenu(int row, const QUrl& link, const QPoint& at);
    void openRunOf(const QString& message);

    Workspace& m_workspace;
    ConversationSource m_source;
    ConversationHeader* m_header;
    Banner* m_banner;
    TranscriptView* m_transcript;
    PlainLabel* m_typing;
    int m_unread = 0;
    bool m_isActive = false;
};

} // namespace parley::console
