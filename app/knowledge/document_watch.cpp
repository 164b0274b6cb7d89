// SPDX-License-Identifier: MIT
#include "app/knowledge/document_watch.h"

#include "app/knowledge/document_words.h"
#include "app/net/json.h"

namespace parley::console {

namespace {

constexpr int kEveryMs = 1000;
constexpr int kNotFound = 404;
/// At once; a hundred uploads wait their turn, as they do at the server.
constexpr int kMostAtOnce = 8;

} // namespace

DocumentWatch::DocumentWatch(ApiClient& api, QObject* parent) : QObject(parent), m_api(api)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &DocumentWatch::askAll);
}

void DocumentWatch::watch(const QString& document)
{
    if (!m_documents.contains(document)) {
        m_documents.insert(document);
        ask(document);
    }
}

void DocumentWatch::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (isPaused) {
        m_timer.stop();
    } else if (m_underWay == 0 && !m_documents.isEmpty()) {
        askAll();
    }
}

void DocumentWatch::askAll()
{
    int asked = 0;
    for (const QString& document : QSet<QString>(m_documents)) {
        if (asked++ < kMostAtOnce) {
            ask(document);
        }
    }
}

void DocumentWatch::ask(const QString& document)
{
    ++m_underWay;
    m_api.get(QStringLiteral("/knowledge/documents/") + document,
              this,
              [this, document](const ApiReply& reply) { answered(document, reply); });
}

void DocumentWatch::answered(const QString& document, const ApiReply& reply)
{
    --m_underWay;
    if (reply.status == kNotFound) {
        m_documents.remove(document);
        Q_EMIT gone(document);
    } else if (reply.isOk()) {
        if (!isDocumentUnderWay(json::text(reply.object, QLatin1String("status")))) {
            m_documents.remove(document);
        }
        Q_EMIT changed(reply.object);
    } else if (!reply.error->isPassing()) {
        m_documents.remove(document); // signed out, or no longer permitted: asking on would not help
    }
    if (m_underWay == 0 && !m_documents.isEmpty() && !m_isPaused) {
        m_timer.start();
    }
}

} // namespace parley::console
