// SPDX-License-Identifier: MIT
#include "app/conversation/conversation_view.h"

#include "app/conversation/conversation_header.h"
#include "app/conversation/display_text.h"
#include "app/conversation/source_popup.h"
#include "app/conversation/transcript_view.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/time_text.h"
#include "app/workspace/navigator.h"

#include <QGuiApplication>
#include <QMenu>
#include <QVBoxLayout>

namespace parley::console {

ConversationView::ConversationView(Workspace& workspace, const QString& conversation, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_source(workspace, conversation),
      m_header(new ConversationHeader(m_source, this)),
      m_banner(new Banner(this)),
      m_transcript(new TranscriptView(this)),
      m_typing(new PlainLabel({}, "muted", this))
{
    build();
    connectSource();
}

void ConversationView::build()
{
    m_typing->setObjectName(QStringLiteral("typing"));
    m_typing->setContentsMargins(18, 2, 18, 4);
    m_typing->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_transcript, 1);
    layout->addWidget(m_typing);

    m_transcript->setModel(m_source.transcript());
    connect(m_transcript, &TranscriptView::linkWanted, this, [this](const QUrl& url) {
        openLink(this, url);
    });
    connect(m_transcript, &TranscriptView::menuWanted, this, &ConversationView::showMenu);
    connect(m_transcript,
            &TranscriptView::sourceWanted,
            this,
            [this](const Source& source, int number, const QRect& near) {
                (new SourcePopup(source, number, this))->showNear(near);
            });
}

void ConversationView::connectSource()
{
    connect(&m_source, &ConversationSource::changed, this, &ConversationView::titleChanged);
    connect(&m_source, &ConversationSource::loaded, m_banner, &Banner::clear);
    connect(&m_source, &ConversationSource::failed, this, &ConversationView::sourceFailed);
    connect(&m_source, &ConversationSource::refused, this, [this] {
        m_banner->say(Tone::Danger, tr("This conversation is not there any more."));
    });
    connect(&m_source, &ConversationSource::typingChanged, this, [this](bool isTyping) {
        m_typing->setText(tr("%1 is writing…").arg(m_source.customerName()));
        m_typing->setVisible(isTyping);
    });
    connect(&m_source, &ConversationSource::messageArrived, this, [this](const Message& message) {
        if (!m_isActive && message.speaker == Message::Speaker::Customer) {
            ++m_unread;
            Q_EMIT titleChanged();
        }
    });
    connect(m_banner, &Banner::actionTriggered, &m_source, &ConversationSource::reload);
}

void ConversationView::sourceFailed(const ApiError& error)
{
    if (m_source.readAt().isValid()) {
        m_banner->say(Tone::Warning,
                      tr("Not connected. This is the conversation as it was %1.")
                          .arg(relativeText(m_source.readAt(), QDateTime::currentDateTimeUtc())),
                      tr("Try again"));
    } else {
        m_banner->say(Tone::Danger, error.describe(), tr("Try again"));
    }
}

void ConversationView::setActive(bool isActive)
{
    TranscriptModel& transcript = m_source.transcript();
    if (m_isActive && !isActive) {
        transcript.setUnreadAfter(transcript.newestSeq());
    }
    m_isActive = isActive;
    if (isActive && m_unread > 0) {
        m_unread = 0;
        Q_EMIT titleChanged();
    }
}

void ConversationView::showMenu(int row, const QUrl& link, const QPoint& at)
{
    const Message message = m_source.transcript().message(row);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), QKeySequence::Copy, m_transcript, &TranscriptView::copy);
    QList<QUrl> links;
    if (link.isValid()) {
        links.append(link);
    } else {
        for (const FoundLink& found : findLinks(displayText(message.text)).mid(0, 8)) {
            links.append(found.url);
        }
    }
    for (const QUrl& each : links) {
        QString shown = displayLine(QString::fromUtf8(each.toEncoded()), 60);
        shown.replace(QLatin1Char('&'), QLatin1String("&&"));
        menu->addAction(tr("Open %1").arg(shown), this, [this, each] { openLink(this, each); });
    }
    for (int i = 0; i < message.sources.size(); ++i) {
        QString title = displayLine(message.sources.at(i).title, 60);
        title.replace(QLatin1Char('&'), QLatin1String("&&"));
        menu->addAction(tr("Source %1: %2").arg(i + 1).arg(title),
                        this,
                        [this, source = message.sources.at(i), i, at] {
                            (new SourcePopup(source, i + 1, this))->showNear(QRect(at, QSize(1, 1)));
                        });
    }
    if (message.speaker == Message::Speaker::Agent) {
        menu->addSeparator();
        menu->addAction(tr("Why did it say that?"), this, [this, id = message.id] { openRunOf(id); });
    }
    menu->popup(at);
}

void ConversationView::openRunOf(const QString& message)
{
    const QString path = QStringLiteral("/conversations/%1/runs").arg(id());
    m_workspace.api.get(path, this, [this, message](const ApiReply& reply) {
        if (!reply.isOk()) {
            m_workspace.navigator.say(reply.error->describe(), Tone::Danger);
            return;
        }
        // A run knows the customer's message it began with; the answer is the agents' next.
        TranscriptModel& transcript = m_source.transcript();
        QString asked = message;
        for (int row = transcript.rowOf(message); row >= 0; --row) {
            if (transcript.message(row).speaker == Message::Speaker::Customer) {
                asked = transcript.message(row).id;
                break;
            }
        }
        for (const QJsonValue& each : reply.items()) {
            const QJsonObject run = each.toObject();
            const QString of = json::text(run, QLatin1String("message_id"));
            if (of == asked || of == message) {
                m_workspace.navigator.openRun(json::text(run, QLatin1String("id")));
                return;
            }
        }
        m_workspace.navigator.say(tr("The trace of this answer is no longer kept."), Tone::Neutral);
    });
}

} // namespace parley::console
