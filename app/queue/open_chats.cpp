// SPDX-License-Identifier: MIT
#include "app/queue/open_chats.h"

#include "app/conversation/chat_tabs.h"
#include "app/conversation/conversation_view.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/session/offline_cache.h"
#include "app/session/session.h"
#include "app/workspace/navigator.h"

#include <QSettings>

namespace parley::console {

namespace {

/// Each is read when it comes back; nobody works in more.
constexpr qsizetype kMostTabs = 40;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;

} // namespace

OpenChats::OpenChats(Workspace& workspace, ChatTabs& tabs, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_tabs(tabs),
      m_scope(QStringLiteral("chats/%1/%2")
                  .arg(workspace.session.profile().id,
                       workspace.api.tenant().isEmpty() ? QStringLiteral("own") : workspace.api.tenant()))
{
    connect(&m_tabs, &ChatTabs::arranged, this, &OpenChats::remember);
    m_workspace.offline.whenSettled(this, [this] { bringBack(); });
}

QString OpenChats::key(const char* what) const
{
    return m_scope + QLatin1Char('/') + QLatin1String(what);
}

void OpenChats::bringBack()
{
    const QStringList open = m_workspace.settings.value(key("tabs")).toStringList();
    const QString front = m_workspace.settings.value(key("front")).toString();
    const bool isEmpty = m_tabs.count() == 0;
    for (const QString& conversation : open.mid(0, kMostTabs)) {
        openBehind(conversation);
    }
    if (ConversationView* view = isEmpty ? m_tabs.find(front) : nullptr) {
        m_tabs.setCurrentWidget(view);
    }
    m_isReady = true;
    remember();
    bringHeld();
}

void OpenChats::bringHeld()
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("assignee"), m_workspace.session.user().id);
    query.addQueryItem(QStringLiteral("status"), QStringLiteral("with_agent"));
    query.addQueryItem(QStringLiteral("limit"), QString::number(kMostTabs));
    m_workspace.api.get(QStringLiteral("/conversations"), query, this, [this](const ApiReply& reply) {
        for (const QJsonValue& each : reply.items()) {
            openBehind(json::text(each.toObject(), QLatin1String("id")));
        }
    });
}

void OpenChats::openBehind(const QString& conversation)
{
    if (conversation.isEmpty() || m_tabs.find(conversation) || m_tabs.count() >= kMostTabs) {
        return;
    }
    ConversationView* view = m_tabs.openBehind(conversation);
    ConversationSource& source = view->source();
    m_reading.insert(conversation);
    connect(&source, &ConversationSource::loaded, this, [this, conversation] {
        settled(conversation, nullptr);
    });
    connect(&source, &ConversationSource::failed, this, [this, view](const ApiError& error) {
        if (error.status == kNotFound || error.status == kForbidden) {
            settled(view->id(), view);
        }
    });
    connect(&source, &ConversationSource::refused, this, [this, view] { settled(view->id(), view); });
}

/// @param gone its tab, where it is not there any more; nullptr: it was read
void OpenChats::settled(const QString& conversation, ConversationView* gone)
{
    if (!m_reading.remove(conversation)) {
        return; // it has come back already, or was refused twice
    }
    if (gone) {
        ++m_gone;
        m_tabs.drop(gone);
    }
    if (m_reading.isEmpty() && m_gone > 0) {
        m_workspace.navigator.say(tr("%n chat(s) that were open are not there any more.", nullptr, m_gone),
                                  Tone::Neutral);
        m_gone = 0;
    }
}

void OpenChats::remember()
{
    if (!m_isReady) {
        return;
    }
    const ConversationView* front = m_tabs.current();
    m_workspace.settings.setValue(key("tabs"), m_tabs.conversations());
    m_workspace.settings.setValue(key("front"), front ? front->id() : QString());
}

} // namespace parley::console
