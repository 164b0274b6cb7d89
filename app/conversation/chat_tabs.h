// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/canned_responses.h"
#include "app/conversation/colleague.h"
#include "app/conversation/colleague_book.h"
#include "app/conversation/other_consoles.h"
#include "app/conversation/post_office.h"
#include "app/workspace/workspace.h"

#include <QTabWidget>

namespace parley::console {

class ConversationView;

/// The open conversations, one a tab.
class ChatTabs : public QTabWidget {
    Q_OBJECT

public:
    /// @param workspace outlives this
    explicit ChatTabs(Workspace& workspace, QWidget* parent = nullptr);
    ~ChatTabs() override;

    /// Opens it, or brings its tab to the front.
    ConversationView* open(const QString& conversation);
    /// Opens it in a tab behind the others; what is looked at stays.
    ConversationView* openBehind(const QString& conversation);
    /// Takes its tab away; what was typed there is kept.
    void drop(ConversationView* view);
    ConversationView* find(const QString& conversation) const;
    ConversationView* current() const;
    ConversationView* at(int index) const;
    void closeCurrent();
    /// The next tab, or the one before; around the ends.
    void step(int by);
    /// Whether the page itself is in front; nothing is looked at while it is not.
    void setShown(bool isShown);
    int unread() const;
    /// Whom a conversation can be given to.
    void setColleagues(Colleagues colleagues) { m_colleagues = std::move(colleagues); }
    /// Names of the customers to whom something is written that was not sent, in tabs or not.
    QStringList unsent() const;
    PostOffice& post() { return m_post; }
    /// What is open, in the order of the tabs.
    QStringList conversations() const;

Q_SIGNALS:
    void opened(parley::console::ConversationView* view);
    /// Another conversation is looked at; nullptr: none.
    void lookedAt(parley::console::ConversationView* view);
    void unreadChanged(int count);
    /// Which tabs there are, their order, or which one is in front.
    void arranged();
    /// What was typed there and not sent is kept.
    void closed(const QString& conversation, const QString& customer, bool isUnsent);

private:
    ConversationView* add(const QString& conversation);
    void addCloseButton(int index, ConversationView* view);
    void closeAt(int index);
    void activate();
    void updateTitle(ConversationView* view);

    Workspace& m_workspace;
    CannedResponses m_canned;
    PostOffice m_post;
    ColleagueBook m_people;
    OtherConsoles m_others;
    Colleagues m_colleagues;
    ConversationView* m_active = nullptr;
    bool m_isShown = true;
};

} // namespace parley::console
