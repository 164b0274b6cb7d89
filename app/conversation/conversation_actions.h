// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/colleague.h"
#include "app/workspace/workspace.h"

#include <QAction>
#include <QJsonObject>
#include <QKeySequence>
#include <QObject>
#include <QTimer>

#include <functional>

namespace parley::console {

class ConversationSource;
struct ApiReply;

/// What can be done with a conversation besides writing in it: taken, handed back, given on, resolved, and
/// the resolution taken back. Each knows whether it can be done now, and says why not.
class ConversationActions : public QObject {
    Q_OBJECT

public:
    /// @param workspace, source outlive this @param window the actions belong to it, and dialogs stand above
    /// it
    ConversationActions(Workspace& workspace, ConversationSource& source, QWidget* window);

    QAction* take() const { return m_take; }
    QAction* release() const { return m_release; }
    QAction* transfer() const { return m_transfer; }
    QAction* resolve() const { return m_resolve; }
    QAction* undo() const { return m_undo; }
    /// What stands in the composer, for the resolution; and how it is emptied.
    /// @param clear takes this text out of the composer, where it still stands @param giveBack puts one back
    /// that was not taken
    void setComposer(std::function<QString()> text,
                     std::function<void(const QString& sent)> clear,
                     std::function<void(const QString& text)> giveBack);
    /// Whom it can be given to.
    void setColleagues(Colleagues colleagues) { m_colleagues = std::move(colleagues); }
    bool isOnline() const;
    /// Whether a message may go now. A break of the live link alone does not keep it: the server refuses what
    /// was written without having seen what the customer wrote last.
    bool canSend() const;
    /// @param tags replace those there are
    void setTags(const QStringList& tags);

Q_SIGNALS:
    /// What can be done may have changed.
    void updated();

private:
    QAction*
    add(const QString& text, const QKeySequence& key, const char* name, void (ConversationActions::*then)());
    void update();
    void set(QAction* action, const QString& tip, const QString& fault);
    void takeOver();
    void handBack();
    void giveOn();
    void askResolution();
    void resolveWith(const QJsonObject& answer, const QString& begun);
    void close();
    void resolved(const QString& ticket, const ApiReply& reply);
    void takeBack();
    void post(const QString& what, const QJsonObject& body, const QString& done);

    Workspace& m_workspace;
    ConversationSource& m_source;
    QWidget* m_window;
    QAction* m_take;
    QAction* m_release;
    QAction* m_transfer;
    QAction* m_resolve;
    QAction* m_undo;
    QTimer m_undoEnd;
    QString m_undoable;
    std::function<QString()> m_text;
    std::function<void(const QString& sent)> m_clear;
    std::function<void(const QString& text)> m_giveBack;
    Colleagues m_colleagues;
    bool m_isReachable = true;
    bool m_isBusy = false;
};

} // namespace parley::console
