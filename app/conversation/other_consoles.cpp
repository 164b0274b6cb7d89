// SPDX-License-Identifier: MIT
#include "app/conversation/other_consoles.h"

#include "app/net/json.h"
#include "app/net/live_link.h"

namespace parley::console {

namespace {

constexpr int kSettlingMs = 700;

QString presenceTopic()
{
    return QStringLiteral("presence");
}

} // namespace

OtherConsoles::OtherConsoles(LiveLink& live, QString ownId, QObject* parent)
    : QObject(parent), m_live(live), m_ownId(std::move(ownId))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(kSettlingMs);
    connect(&m_settling, &QTimer::timeout, this, &OtherConsoles::changed);
    connect(&m_live, &LiveLink::event, this, [this](const QString& topic, qint64, const QJsonObject& event) {
        if (topic == presenceTopic()) {
            hear(event);
        }
    });
    connect(&m_live, &LiveLink::stateChanged, this, [this] {
        m_writing.clear();
        m_settling.start();
    });
    m_live.subscribe(presenceTopic());
}

OtherConsoles::~OtherConsoles()
{
    m_live.unsubscribe(presenceTopic());
}

void OtherConsoles::hear(const QJsonObject& event)
{
    if (json::text(json::object(event, QLatin1String("user")), QLatin1String("id")) != m_ownId) {
        return;
    }
    QHash<QString, int> writing;
    for (const QString& each : json::texts(event, QLatin1String("composing"))) {
        ++writing[each];
    }
    if (writing != m_writing) {
        m_writing = writing;
        m_settling.start();
    }
}

bool OtherConsoles::isWriting(const QString& conversation) const
{
    return m_writing.value(conversation) > (m_live.composing() == conversation ? 1 : 0);
}

} // namespace parley::console
