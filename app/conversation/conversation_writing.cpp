// SPDX-License-Identifier: MIT
// How what is written in a conversation gets to the customer, and back to the writer where it does not.
#include "app/conversation/canned_responses.h"
#include "app/conversation/case_card.h"
#include "app/conversation/composer.h"
#include "app/conversation/composer_edit.h"
#include "app/conversation/conversation_actions.h"
#include "app/conversation/conversation_rules.h"
#include "app/conversation/conversation_view.h"
#include "app/conversation/outbox.h"
#include "app/conversation/transcript_view.h"
#include "app/net/live_link.h"
#include "app/session/session.h"
#include "app/widgets/banner.h"

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
    const DraftStore::Draft draft = m_drafts.load(id());
    m_composer->setNote(draft.isNote);
    m_composer->setText(draft.text);

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
    const bool isShown = isTyping && desk_rules::isMine(m_source, m_workspace.session.user());
    live.setComposing(isTyping ? id() : QString());
    if (isShown || !isTyping) {
        live.sendTyping(id(), isShown);
    }
}

void ConversationView::saveDraft()
{
    m_draftPause.stop();
    m_drafts.save(id(), {m_composer->text(), m_composer->isNote()});
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
