// SPDX-License-Identifier: MIT
// How what is written in a conversation gets to the customer, and back to the writer where it does not.
#include "app/conversation/canned_responses.h"
#include "app/conversation/case_card.h"
#include "app/conversation/composer.h"
#include "app/conversation/composer_edit.h"
#include "app/conversation/conversation_actions.h"
#include "app/conversation/conversation_rules.h"
#include "app/conversation/conversation_view.h"
#include "app/conversation/mention_completer.h"
#include "app/conversation/other_consoles.h"
#include "app/conversation/outbox.h"
#include "app/conversation/post_office.h"
#include "app/conversation/transcript_view.h"
#include "app/net/live_link.h"
#include "app/session/offline_cache.h"
#include "app/session/session.h"
#include "app/widgets/banner.h"
#include "app/widgets/plain_label.h"

namespace parley::console {

namespace {

constexpr int kDraftPauseMs = 400;
/// A message that came this short a time ago has not been read.
constexpr int kSeenMs = 600;

} // namespace

void ConversationView::connectWriting()
{
    m_draftPause.setSingleShot(true);
    m_draftPause.setInterval(kDraftPauseMs);
    connect(&m_draftPause, &QTimer::timeout, this, &ConversationView::saveDraft);
    m_seenPause.setSingleShot(true);
    m_seenPause.setInterval(kSeenMs);
    connect(&m_seenPause, &QTimer::timeout, this, [this] {
        if (m_isActive) {
            m_seenSeq = m_source.transcript().newestSeq();
        }
    });
    m_composer->setFiller([this](const QString& text) {
        return fillPlaceholders(text, m_source.detail(), m_workspace.session.user().displayName);
    });
    new MentionCompleter(*m_composer, m_parts.people, this);
    m_workspace.offline.whenSettled(this, [this] { loadDraft(); });

    connect(m_composer, &Composer::sendWanted, this, &ConversationView::send);
    connect(m_composer, &Composer::edited, &m_draftPause, qOverload<>(&QTimer::start));
    connect(m_composer, &Composer::typingChanged, this, &ConversationView::showTyping);
    connect(m_transcript, &TranscriptView::retryWanted, m_outbox, &Outbox::retry);
    connect(m_outbox, &Outbox::newerMessage, this, [this](const QString& text, bool isNote) {
        giveBack(text, isNote);
        m_composer->banner().say(Tone::Warning,
                                 tr("The customer wrote while you did. Your text is below: read what came, "
                                    "and press Enter again to send it."));
        m_transcript->scrollToEnd();
    });
    connect(m_outbox,
            &Outbox::refused,
            this,
            [this](const QString& text, bool isNote, const ApiError& error) {
                giveBack(text, isNote);
                m_composer->banner().say(Tone::Danger, error.describe());
                m_source.reload();
            });
    connect(m_outbox, &Outbox::sent, &m_composer->banner(), &Banner::clear);
    connect(&m_source, &ConversationSource::loaded, this, [this] {
        m_seenSeq = m_source.transcript().newestSeq();
    });
    connect(&m_source, &ConversationSource::messageArrived, &m_seenPause, qOverload<>(&QTimer::start));
    connect(&m_source, &ConversationSource::messageArrived, this, &ConversationView::heardOwn);
    connect(&m_parts.others, &OtherConsoles::changed, this, &ConversationView::showElsewhere);
    connect(&m_source, &ConversationSource::changed, this, &ConversationView::updateWriting);
    connect(m_actions, &ConversationActions::updated, this, &ConversationView::updateWriting);
    m_actions->setComposer([this] { return m_composer->isNote() ? QString() : m_composer->text(); },
                           [this](const QString& sent) {
                               if (!m_composer->isNote() && m_composer->text() == sent) {
                                   m_composer->setText({});
                                   saveDraft();
                               }
                           },
                           [this](const QString& text) { giveBack(text, false); });
    updateWriting();
}

/// What was kept comes before what was typed until it could be read.
void ConversationView::loadDraft()
{
    const DraftStore::Draft draft = m_parts.post.drafts().load(id());
    m_isDraftLoaded = true;
    if (!draft.text.isEmpty()) {
        giveBack(draft.text, draft.isNote);
    } else if (draft.isNote && m_composer->text().isEmpty()) {
        m_composer->setNote(true);
    }
}

void ConversationView::showElsewhere()
{
    m_elsewhere->setVisible(m_parts.others.isWriting(id()));
}

/// The same person may write on another console; what was begun here stays, and says that it is late.
void ConversationView::heardOwn(const Message& message)
{
    const bool isOwn = message.speaker == Message::Speaker::Supporter && !message.isNote() &&
                       message.authorId == m_workspace.session.user().id;
    if (isOwn && !m_outbox->isSending(message.text) && !m_composer->text().trimmed().isEmpty()) {
        m_composer->banner().say(
            Tone::Warning,
            tr("You answered on another console meanwhile. What you began here is still below."));
    }
}

void ConversationView::updateWriting()
{
    const SignedInUser& user = m_workspace.session.user();
    const bool isMine = desk_rules::isMine(m_source, user);
    if (m_wasMine && !isMine && !m_source.assigneeName().isEmpty()) {
        m_composer->banner().say(Tone::Warning,
                                 tr("%1 has this conversation now. What you have written here is kept.")
                                     .arg(m_source.assigneeName()));
    }
    m_wasMine = isMine;
    m_composer->setAnswerFault(desk_rules::answerFault(m_source, user));
    m_composer->setSendFault(desk_rules::sendFault(m_source, user, m_actions->canSend()));
    m_composer->setDraftAnswer(m_card->draftAnswer());
}

void ConversationView::send(const QString& text, bool isNote)
{
    m_composer->banner().clear();
    m_composer->setText({});
    saveDraft();
    m_outbox->send(text, isNote, m_seenSeq);
    m_transcript->scrollToEnd();
}

void ConversationView::giveBack(const QString& text, bool isNote)
{
    const QString since = m_composer->text();
    if (!since.trimmed().isEmpty() && m_composer->isNote() != isNote) {
        // A note must never go out with an answer: what was begun meanwhile waits in the transcript, not
        // sent.
        m_outbox->hold(since, m_composer->isNote());
        m_composer->setText({});
    }
    m_composer->setNote(isNote);
    const QString left = m_composer->text();
    m_composer->setText(left.isEmpty() ? text : text + QLatin1Char('\n') + left);
    saveDraft();
}

void ConversationView::showTyping(bool isTyping)
{
    LiveLink& live = m_workspace.live;
    if (isTyping || live.composing() == id()) {
        live.setComposing(isTyping ? id() : QString());
    }
    // Only what was said here is taken back here: another console of the same person may be typing.
    const bool isShown = isTyping && desk_rules::isMine(m_source, m_workspace.session.user());
    if (isShown || m_isTypingShown) {
        m_isTypingShown = isShown;
        live.sendTyping(id(), isShown);
    }
}

void ConversationView::saveDraft()
{
    m_draftPause.stop();
    if (!m_isDraftLoaded) {
        return;
    }
    DraftStore& drafts = m_parts.post.drafts();
    const QString customer = m_source.isLoaded() ? m_source.customerName() : drafts.load(id()).customer;
    drafts.save(id(), {m_composer->text(), m_composer->isNote(), customer});
}

void ConversationView::retire()
{
    saveDraft();
    m_isDraftLoaded = false;
    m_outbox->leave();
}

void ConversationView::setColleagues(const Colleagues& colleagues)
{
    m_actions->setColleagues(colleagues);
}

bool ConversationView::isUnsent() const
{
    return !m_composer->text().trimmed().isEmpty() || m_outbox->unsent() > 0;
}

void ConversationView::takeOver()
{
    if (m_source.isLoaded()) {
        m_actions->take()->trigger();
        return;
    }
    connect(
        &m_source,
        &ConversationSource::loaded,
        this,
        [this] { m_actions->take()->trigger(); },
        Qt::SingleShotConnection);
}

void ConversationView::focusComposer()
{
    m_composer->edit().setFocus();
}

} // namespace parley::console
