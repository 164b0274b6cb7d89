// SPDX-License-Identifier: MIT
#include "app/conversation/conversation_actions.h"

#include "app/conversation/conversation_rules.h"
#include "app/conversation/conversation_source.h"
#include "app/conversation/learned_words.h"
#include "app/conversation/resolve_dialog.h"
#include "app/conversation/transfer_dialog.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/roles.h"
#include "app/workspace/navigator.h"

#include <QJsonArray>
#include <QWidget>

namespace parley::console {

namespace {

/// The server takes a resolution back for this long.
constexpr int kUndoMs = 10 * 60 * 1'000;

} // namespace

ConversationActions::ConversationActions(Workspace& workspace, ConversationSource& source, QWidget* window)
    : QObject(window),
      m_workspace(workspace),
      m_source(source),
      m_window(window),
      m_take(add(tr("Take over"), Qt::CTRL | Qt::Key_T, "takeOver", &ConversationActions::takeOver)),
      m_release(
          add(tr("Hand back"), Qt::CTRL | Qt::SHIFT | Qt::Key_B, "handBack", &ConversationActions::handBack)),
      m_transfer(
          add(tr("Transfer…"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, "transfer", &ConversationActions::giveOn)),
      m_resolve(add(tr("Resolve…"),
                    Qt::CTRL | Qt::SHIFT | Qt::Key_Return,
                    "resolve",
                    &ConversationActions::askResolution)),
      m_undo(add(tr("Undo the resolution"),
                 Qt::CTRL | Qt::ALT | Qt::Key_Z,
                 "undoResolution",
                 &ConversationActions::takeBack))
{
    m_take->setIcon(icon(QStringLiteral("customer")));
    m_release->setIcon(icon(QStringLiteral("agent")));
    m_transfer->setIcon(icon(QStringLiteral("swap")));
    m_resolve->setIcon(icon(QStringLiteral("check")));
    m_undo->setIcon(icon(QStringLiteral("undo")));
    m_undoEnd.setSingleShot(true);
    m_undoEnd.setInterval(kUndoMs);
    connect(&m_undoEnd, &QTimer::timeout, this, [this] {
        m_undoable.clear();
        update();
    });
    connect(&m_source, &ConversationSource::changed, this, &ConversationActions::update);
    connect(&m_workspace.live, &LiveLink::stateChanged, this, &ConversationActions::update);
    connect(&m_workspace.api, &ApiClient::reachabilityChanged, this, [this](bool isReachable) {
        m_isReachable = isReachable;
        update();
    });
    update();
}

QAction* ConversationActions::add(const QString& text,
                                  const QKeySequence& key,
                                  const char* name,
                                  void (ConversationActions::*then)())
{
    auto* action = new QAction(text, m_window);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, then);
    m_window->addAction(action);
    return action;
}

void ConversationActions::setComposer(std::function<QString()> text,
                                      std::function<void(const QString& sent)> clear,
                                      std::function<void(const QString& text)> giveBack)
{
    m_text = std::move(text);
    m_clear = std::move(clear);
    m_giveBack = std::move(giveBack);
}

bool ConversationActions::isOnline() const
{
    // What came from the offline cache is old: nothing is decided on it.
    return !m_source.readAt().isValid() && m_workspace.live.state() != LiveLink::State::Connecting;
}

bool ConversationActions::canSend() const
{
    return isOnline() || (m_isReachable && !m_source.readAt().isValid());
}

void ConversationActions::set(QAction* action, const QString& tip, const QString& fault)
{
    action->setEnabled(fault.isEmpty() && !m_isBusy);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(plainToolTip(fault.isEmpty() ? QStringLiteral("%1 (%2)").arg(tip, key) : fault));
}

void ConversationActions::update()
{
    const SignedInUser& user = m_workspace.session.user();
    const bool isThere = isOnline();
    set(m_take, tr("You answer from now on"), desk_rules::takeFault(m_source, user, isThere));
    set(m_release, tr("The agents answer from now on"), desk_rules::releaseFault(m_source, user, isThere));
    set(m_transfer,
        tr("Give it to a colleague or a team"),
        desk_rules::transferFault(m_source, user, isThere));
    set(m_resolve, tr("Answer, and end the case"), desk_rules::resolveFault(m_source, user, isThere));
    set(m_undo,
        tr("Take back the resolution, what it taught and what the customer has not read"),
        m_undoable.isEmpty() ? tr("Nothing was resolved here in the last ten minutes.") : QString());
    m_undo->setVisible(!m_undoable.isEmpty());
    Q_EMIT updated();
}

void ConversationActions::post(const QString& what, const QJsonObject& body, const QString& done)
{
    m_isBusy = true;
    update();
    m_workspace.api.post(QStringLiteral("/conversations/%1/%2").arg(m_source.id(), what),
                         body,
                         this,
                         [this, done](const ApiReply& reply) {
                             m_isBusy = false;
                             if (reply.isOk()) {
                                 m_source.merge(reply.object);
                                 m_source.reloadTicket();
                                 m_workspace.navigator.say(done);
                             } else {
                                 m_workspace.navigator.say(reply.error->describe(), Tone::Danger);
                                 m_source.reload();
                             }
                             update();
                         });
}

void ConversationActions::takeOver()
{
    const SignedInUser& user = m_workspace.session.user();
    const bool isHeld =
        m_source.status() == QLatin1String("with_agent") && !desk_rules::isMine(m_source, user);
    if (!isHeld) {
        post(QStringLiteral("takeover"), {}, tr("You have the conversation."));
        return;
    }
    confirmDestruction(
        m_window,
        tr("Take it from %1?").arg(m_source.assigneeName()),
        tr("%1 is answering this conversation, and cannot go on then.").arg(m_source.assigneeName()),
        tr("Take it over"),
        [this] {
            post(QStringLiteral("takeover"),
                 {{QStringLiteral("force"), true}},
                 tr("You have the conversation."));
        });
}

void ConversationActions::handBack()
{
    post(QStringLiteral("release"), {}, tr("The agents have the conversation."));
}

void ConversationActions::giveOn()
{
    auto* dialog = new TransferDialog(m_workspace.api,
                                      m_workspace.session.user().id,
                                      m_colleagues ? m_colleagues() : QList<Colleague>(),
                                      m_window);
    connect(dialog, &TransferDialog::chosen, this, [this](const QJsonObject& target, const QString& name) {
        post(QStringLiteral("assign"), target, tr("%1 has the conversation.").arg(name));
    });
    dialog->open();
}

void ConversationActions::setTags(const QStringList& tags)
{
    post(QStringLiteral("tags"),
         {{QStringLiteral("tags"), QJsonArray::fromStringList(tags)}},
         tr("The tags are saved."));
}

void ConversationActions::askResolution()
{
    ResolveDialog::Case wish;
    wish.answer = m_text ? m_text() : QString();
    const QString status = json::text(m_source.ticket(), QLatin1String("status"));
    wish.hasTicket = status == QLatin1String("pending_human") || status == QLatin1String("assigned");
    wish.hasEmail = !json::text(m_source.customer(), QLatin1String("email")).isEmpty();
    const Message* last = nullptr;
    TranscriptModel& transcript = m_source.transcript();
    for (int row = transcript.rowCount() - 1; row >= 0 && !last; --row) {
        if (!transcript.message(row).isNote() && !transcript.message(row).isSystemLine()) {
            last = &transcript.message(row);
        }
    }
    wish.isAnswered = last && last->speaker == Message::Speaker::Supporter;
    auto* dialog = new ResolveDialog(wish, m_window);
    connect(dialog,
            &ResolveDialog::answerWanted,
            this,
            [this, begun = wish.answer](const QJsonObject& answer) { resolveWith(answer, begun); });
    connect(dialog, &ResolveDialog::closeWanted, this, &ConversationActions::close);
    dialog->open();
}

void ConversationActions::resolveWith(const QJsonObject& answer, const QString& begun)
{
    const QString ticket = json::text(m_source.ticket(), QLatin1String("id"));
    m_isBusy = true;
    update();
    m_workspace.api.post(QStringLiteral("/admin/tickets/%1/resolve").arg(ticket),
                         answer,
                         this,
                         [this, ticket, begun, text = json::text(answer, QLatin1String("answer"))](
                             const ApiReply& reply) {
                             if (!reply.isOk() && m_giveBack && text != begun) {
                                 m_giveBack(text); // what was written in the dialog is nowhere else
                             } else if (reply.isOk() && m_clear) {
                                 m_clear(begun);
                             }
                             resolved(ticket, reply);
                         });
}

void ConversationActions::resolved(const QString& ticket, const ApiReply& reply)
{
    m_isBusy = false;
    update();
    if (!reply.isOk()) {
        m_workspace.navigator.say(reply.error->describe(), Tone::Danger);
        m_source.reload();
        return;
    }
    m_undoable = ticket;
    m_undoEnd.start();
    m_source.reload();
    update();
    m_workspace.navigator.say(learnedWords(json::object(reply.object, QLatin1String("learned"))),
                              Tone::Success,
                              tr("Undo"),
                              [guard = QPointer<ConversationActions>(this)] {
                                  if (guard) {
                                      guard->takeBack();
                                  }
                              });
}

void ConversationActions::close()
{
    post(QStringLiteral("resolve"), {{QStringLiteral("close"), true}}, tr("The case is resolved."));
}

void ConversationActions::takeBack()
{
    if (m_undoable.isEmpty()) {
        return;
    }
    const QString ticket = std::exchange(m_undoable, {});
    m_undoEnd.stop();
    update();
    m_workspace.api.post(
        QStringLiteral("/admin/tickets/%1/undo").arg(ticket), {}, this, [this](const ApiReply& reply) {
            if (!reply.isOk()) {
                m_workspace.navigator.say(reply.error->describe(), Tone::Danger);
                return;
            }
            const QJsonObject taken = json::object(reply.object, QLatin1String("taken_back"));
            m_workspace.navigator.say(
                json::boolean(taken, QLatin1String("message"))
                    ? tr("The resolution is taken back, and so is the answer.")
                    : tr("The resolution is taken back. The customer has read the answer."));
            m_source.reload();
        });
}

} // namespace parley::console
