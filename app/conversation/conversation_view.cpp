// SPDX-License-Identifier: MIT
#include "app/conversation/conversation_view.h"

#include "app/conversation/case_card.h"
#include "app/conversation/composer.h"
#include "app/conversation/conversation_actions.h"
#include "app/conversation/conversation_header.h"
#include "app/conversation/outbox.h"
#include "app/conversation/source_popup.h"
#include "app/conversation/transcript_view.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/time_text.h"
#include "app/workspace/navigator.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kCardWidth = 320;
constexpr int kCardLeast = 240;
constexpr int kChatLeast = 360;

QString cardKey()
{
    return QStringLiteral("conversation/card");
}

QString enterKey()
{
    return QStringLiteral("composer/enter_sends");
}

QString splitterKey()
{
    return QStringLiteral("conversation/splitter");
}

} // namespace

ConversationView::ConversationView(Workspace& workspace,
                                   const ChatParts& parts,
                                   const QString& conversation,
                                   QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_parts(parts),
      m_source(workspace, conversation),
      m_header(new ConversationHeader(m_source, this)),
      m_banner(new Banner(this)),
      m_transcript(new TranscriptView(this)),
      m_typing(new PlainLabel({}, "muted", this)),
      m_elsewhere(new PlainLabel({}, "muted", this)),
      m_composer(new Composer(parts.canned, this)),
      m_card(new CaseCard(m_source, this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_actions(new ConversationActions(workspace, m_source, this)),
      m_outbox(new Outbox(parts.post, m_source, workspace.session.user().displayName, this))
{
    build();
    buildTools();
    buildCommands();
    connectSource();
    connectCard();
    connectWriting();
}

ConversationView::~ConversationView()
{
    saveDraft();
}

void ConversationView::build()
{
    m_typing->setObjectName(QStringLiteral("typing"));
    m_typing->setContentsMargins(18, 2, 18, 4);
    m_typing->hide();
    m_elsewhere->setObjectName(QStringLiteral("elsewhere"));
    m_elsewhere->setText(tr("You are writing here on another console too."));
    m_elsewhere->setContentsMargins(18, 2, 18, 4);
    m_elsewhere->hide();
    auto* chat = new QWidget(this);
    auto* column = new QVBoxLayout(chat);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_transcript, 1);
    column->addWidget(m_typing);
    column->addWidget(m_elsewhere);
    column->addWidget(m_composer);
    chat->setMinimumWidth(kChatLeast);
    m_card->setMinimumWidth(kCardLeast);
    m_splitter->addWidget(chat);
    m_splitter->addWidget(m_card);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    if (!m_splitter->restoreState(m_workspace.settings.value(splitterKey()).toByteArray())) {
        m_splitter->setSizes({2 * kCardWidth, kCardWidth});
    }
    m_card->setVisible(m_workspace.settings.value(cardKey(), true).toBool());
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_workspace.settings.setValue(splitterKey(), m_splitter->saveState());
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_splitter, 1);

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

void ConversationView::buildTools()
{
    const auto add = [this](QAction* action, const char* name, bool hasText) {
        auto* button = new QToolButton(m_header);
        button->setObjectName(QString::fromLatin1(name));
        button->setDefaultAction(action);
        button->setToolButtonStyle(hasText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text());
        m_header->addTool(button);
        return button;
    };
    add(m_actions->undo(), "undoButton", true)->setVisible(false);
    add(m_actions->take(), "takeButton", true);
    add(m_actions->release(), "releaseButton", false);
    add(m_actions->transfer(), "transferButton", false);
    add(m_actions->resolve(), "resolveButton", true);
    auto* undo = findChild<QToolButton*>(QStringLiteral("undoButton"));
    connect(m_actions, &ConversationActions::updated, undo, [this, undo] {
        undo->setVisible(m_actions->undo()->isVisible());
    });
}

void ConversationView::buildCommands()
{
    const auto add = [this](const QString& text, const QKeySequence& key, const char* name, auto then) {
        auto* action = new QAction(text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, then);
        addAction(action);
        return action;
    };
    QAction* card = add(tr("Show or hide the case"), Qt::Key_F4, "toggleCard", [this] { toggleCard(); });
    card->setIcon(icon(QStringLiteral("info")));
    auto* button = new QToolButton(m_header);
    button->setObjectName(QStringLiteral("cardButton"));
    button->setDefaultAction(card);
    button->setAccessibleName(card->text());
    m_header->addTool(button);
    add(tr("Put the agents' draft into the answer"), Qt::CTRL | Qt::Key_D, "insertDraft", [this] {
        m_composer->insertDraft(false);
    });
    add(tr("Replace the answer by the agents' draft"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_D,
        "replaceByDraft",
        [this] { m_composer->insertDraft(true); });
    add(tr("Canned responses"), Qt::CTRL | Qt::Key_Slash, "offerCanned", [this] {
        m_composer->offerCanned();
    });
    add(tr("Note for colleagues, or answer"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, "toggleNote", [this] {
        m_composer->setNote(!m_composer->isNote());
        focusComposer();
    });
    add(tr("Write"), Qt::CTRL | Qt::Key_M, "focusComposer", [this] { focusComposer(); });
    add(tr("Read the messages"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, "focusTranscript", [this] {
        m_transcript->setFocus();
    });
    QAction* enter = add(tr("Enter sends"), {}, "enterSends", [this](bool doesSend) {
        m_workspace.settings.setValue(enterKey(), doesSend);
        m_composer->setEnterSends(doesSend);
    });
    enter->setCheckable(true);
    enter->setChecked(m_workspace.settings.value(enterKey(), true).toBool());
    m_composer->setEnterSends(enter->isChecked());
    add(tr("To the newest message"), Qt::CTRL | Qt::Key_End, "toEnd", [this] {
        m_transcript->scrollToEnd();
    });
}

void ConversationView::toggleCard()
{
    const bool isShown = !m_card->isVisibleTo(m_splitter);
    m_card->setVisible(isShown);
    m_workspace.settings.setValue(cardKey(), isShown);
}

void ConversationView::connectCard()
{
    connect(m_card, &CaseCard::draftWanted, this, [this] { m_composer->insertDraft(false); });
    connect(m_card, &CaseCard::tagsWanted, m_actions, &ConversationActions::setTags);
    connect(m_card, &CaseCard::runWanted, this, [this](const QString& run) {
        m_workspace.navigator.openRun(run);
    });
    connect(m_card, &CaseCard::customerWanted, this, [this](const QString& customer) {
        m_workspace.navigator.openCustomer(customer);
    });
    connect(m_card, &CaseCard::conversationWanted, this, [this](const QString& conversation) {
        m_workspace.navigator.openConversation(conversation);
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
    connect(&m_source, &ConversationSource::changed, this, [this] {
        if (!m_wantedMessage.isEmpty()) {
            showMessage(QString(m_wantedMessage));
        }
    });
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

void ConversationView::showMessage(const QString& message)
{
    const int row = m_source.transcript().rowOf(message);
    m_wantedMessage = row < 0 ? message : QString();
    if (row >= 0) {
        m_transcript->scrollTo(row);
        m_transcript->setCurrentRow(row);
        m_transcript->setFocus();
    }
}

void ConversationView::setActive(bool isActive)
{
    TranscriptModel& transcript = m_source.transcript();
    if (m_isActive && !isActive) {
        transcript.setUnreadAfter(transcript.newestSeq());
    }
    m_isActive = isActive;
    if (isActive) {
        m_seenPause.start();
    } else {
        showTyping(false);
        saveDraft();
    }
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
