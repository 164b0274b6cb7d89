// SPDX-License-Identifier: MIT
#include "app/conversation/post_office.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/offline_cache.h"
#include "app/session/session.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kSendTimeoutMs = 15'000;
constexpr int kAgainMs = 10'000;
constexpr int kMsPerSecond = 1'000;
constexpr int kUnauthorized = 401;
/// The server knows a key for 24 hours; what is older might arrive twice, so a person decides.
constexpr qint64 kOldMs = 23LL * 60 * 60 * 1'000;

QByteArray newKey()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QJsonObject bodyOf(const QString& text, bool isNote, qint64 seenSeq)
{
    QJsonObject body{{QStringLiteral("text"), text},
                     {QStringLiteral("kind"), isNote ? QStringLiteral("note") : QStringLiteral("text")}};
    if (!isNote && seenSeq > 0) {
        body.insert(QStringLiteral("seen_seq"), seenSeq);
    }
    return body;
}

} // namespace

PostOffice::PostOffice(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_drafts(workspace.offline, workspace.api.tenant())
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &PostOffice::postAll);
    connect(&workspace.live, &LiveLink::stateChanged, this, [this](LiveLink::State state) {
        if (state == LiveLink::State::Online) {
            postAll();
        }
    });
    workspace.offline.whenSettled(this, [this] { restore(); });
}

QString PostOffice::add(Letter letter)
{
    letter.key = newKey();
    letter.id = QStringLiteral("local-") + QString::fromLatin1(letter.key);
    letter.atMs = m_workspace.api.serverNow().toMSecsSinceEpoch();
    m_letters.append(letter);
    keep(letter.conversation);
    Q_EMIT added(letter);
    return letter.id;
}

QString PostOffice::send(
    const QString& conversation, const QString& customer, const QString& text, bool isNote, qint64 seenSeq)
{
    Letter letter;
    letter.conversation = conversation;
    letter.customer = customer;
    letter.body = bodyOf(text, isNote, seenSeq);
    const QString id = add(letter);
    postNext(conversation);
    return id;
}

QString
PostOffice::hold(const QString& conversation, const QString& customer, const QString& text, bool isNote)
{
    Letter letter;
    letter.conversation = conversation;
    letter.customer = customer;
    letter.body = bodyOf(text, isNote, 0);
    letter.isHeld = true;
    letter.fault = tr("It was not sent, so that it is not mixed with what came back.");
    return add(letter);
}

Letter* PostOffice::find(const QString& id)
{
    const auto found =
        std::find_if(m_letters.begin(), m_letters.end(), [&id](const Letter& each) { return each.id == id; });
    return found == m_letters.end() ? nullptr : &*found;
}

QList<Letter> PostOffice::of(const QString& conversation) const
{
    QList<Letter> found;
    std::copy_if(m_letters.cbegin(),
                 m_letters.cend(),
                 std::back_inserter(found),
                 [&conversation](const Letter& each) { return each.conversation == conversation; });
    return found;
}

void PostOffice::attend(const QString& conversation, const QObject* who)
{
    m_attended.insert(conversation, who);
}

void PostOffice::leave(const QString& conversation, const QObject* who)
{
    if (m_attended.value(conversation) == who) {
        m_attended.remove(conversation);
    }
}

void PostOffice::postNext(const QString& conversation)
{
    if (!m_isRestored || !m_workspace.session.isSignedIn()) {
        return;
    }
    for (const Letter& letter : std::as_const(m_letters)) {
        if (letter.conversation != conversation || letter.isHeld) {
            continue;
        }
        if (!letter.isUnderway) {
            post(QString(letter.id));
        }
        return; // the next one follows its answer
    }
}

void PostOffice::postAll()
{
    m_again.stop();
    QStringList conversations;
    for (const Letter& letter : std::as_const(m_letters)) {
        if (!conversations.contains(letter.conversation)) {
            conversations.append(letter.conversation);
        }
    }
    for (const QString& conversation : std::as_const(conversations)) {
        postNext(conversation);
    }
}

void PostOffice::post(const QString& id)
{
    Letter* letter = find(id);
    if (!letter || letter->isUnderway || !m_isRestored) {
        return;
    }
    letter->isUnderway = true;
    letter->fault.clear();
    ApiRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/conversations/%1/messages").arg(letter->conversation);
    request.body = QJsonDocument(letter->body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.idempotencyKey = letter->key;
    request.timeoutMs = kSendTimeoutMs;
    const Letter sent = *letter;
    m_workspace.api.send(std::move(request), this, [this, id](const ApiReply& reply) {
        answered(id, reply);
    });
    Q_EMIT changed(sent);
}

void PostOffice::answered(const QString& id, const ApiReply& reply)
{
    Letter* letter = find(id);
    if (!letter) {
        return;
    }
    letter->isUnderway = false;
    // Whoever signs in again finds it where it was; it goes out then.
    if (reply.error && (reply.error->isPassing() || reply.status == kUnauthorized)) {
        letter->fault = reply.error->message;
        const Letter failed = *letter;
        m_again.start(std::max(kAgainMs, reply.error->retryAfterS * kMsPerSecond));
        Q_EMIT changed(failed);
        return;
    }
    const Letter done = *letter;
    m_letters.removeIf([&id](const Letter& each) { return each.id == id; });
    keep(done.conversation);
    Q_EMIT removed(done);
    if (reply.isOk()) {
        Q_EMIT arrived(done, reply.object);
    } else {
        giveBack(done, *reply.error);
    }
    postNext(done.conversation);
}

void PostOffice::giveBack(const Letter& letter, const ApiError& error)
{
    if (m_attended.contains(letter.conversation)) {
        Q_EMIT returned(letter, error);
        return;
    }
    const DraftStore::Draft draft = m_drafts.load(letter.conversation);
    if (!draft.text.trimmed().isEmpty() && draft.isNote != letter.isNote()) {
        hold(letter.conversation, letter.customer, draft.text, draft.isNote);
        m_drafts.save(letter.conversation, {letter.text(), letter.isNote(), letter.customer});
    } else {
        const QString text =
            draft.text.isEmpty() ? letter.text() : letter.text() + QLatin1Char('\n') + draft.text;
        m_drafts.save(letter.conversation, {text, letter.isNote(), letter.customer});
    }
    Q_EMIT putAside(letter, error);
}

void PostOffice::retry(const QString& id)
{
    if (Letter* letter = find(id)) {
        letter->isHeld = false;
    }
    post(id);
}

QString PostOffice::giveUp(const QString& id)
{
    const Letter* letter = find(id);
    if (!letter) {
        return {};
    }
    const Letter gone = *letter;
    m_letters.removeIf([&id](const Letter& each) { return each.id == id; });
    keep(gone.conversation);
    Q_EMIT removed(gone);
    return gone.text();
}

void PostOffice::keep(const QString& conversation)
{
    if (!m_isRestored) {
        return; // what is kept may not be overwritten before it was read
    }
    QJsonArray kept;
    for (const Letter& letter : of(conversation)) {
        kept.append(QJsonObject{{QStringLiteral("key"), QString::fromLatin1(letter.key)},
                                {QStringLiteral("customer"), letter.customer},
                                {QStringLiteral("at_ms"), letter.atMs},
                                {QStringLiteral("held"), letter.isHeld},
                                {QStringLiteral("body"), letter.body}});
    }
    m_drafts.saveOutbox(conversation, kept);
}

bool PostOffice::isTooOld(const Letter& letter) const
{
    return m_workspace.api.serverNow().toMSecsSinceEpoch() - letter.atMs > kOldMs;
}

void PostOffice::restore()
{
    m_isRestored = true;
    const QList<Letter> written = std::exchange(m_letters, {}); // while the keychain was asked
    for (const QString& conversation : m_drafts.outboxes()) {
        for (const QJsonValue& each : m_drafts.loadOutbox(conversation)) {
            const QJsonObject kept = each.toObject();
            Letter letter;
            letter.conversation = conversation;
            letter.customer = json::text(kept, QLatin1String("customer"));
            letter.key = json::text(kept, QLatin1String("key")).toLatin1();
            letter.id = QStringLiteral("local-") + QString::fromLatin1(letter.key);
            letter.body = json::object(kept, QLatin1String("body"));
            letter.atMs = json::integer(kept, QLatin1String("at_ms"));
            letter.isHeld = json::boolean(kept, QLatin1String("held")) || isTooOld(letter);
            letter.fault = isTooOld(letter)
                               ? tr("It was written a day ago or more, and may have arrived. Read first.")
                               : tr("It was being sent when the console was closed.");
            m_letters.append(letter);
        }
    }
    const QList<Letter> restored = m_letters;
    for (const Letter& each : written) {
        m_letters.append(each);
        keep(each.conversation);
    }
    for (const Letter& each : restored) {
        Q_EMIT added(each);
    }
    if (m_workspace.live.state() == LiveLink::State::Online) {
        postAll();
    }
}

} // namespace parley::console
