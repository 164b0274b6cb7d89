// SPDX-License-Identifier: MIT
#include "app/shell/connection_bar.h"

#include "app/net/api_client.h"
#include "app/net/live_link.h"
#include "app/session/session.h"
#include "app/widgets/time_text.h"

namespace parley::console {

namespace {

/// A break shorter than this is mended before anybody needs to know of it.
constexpr int kPatienceMs = 1'500;
constexpr qint64 kMuchSkewS = 120;

} // namespace

ConnectionBar::ConnectionBar(ApiClient& api, LiveLink& live, Session& session, QWidget* parent)
    : Banner(parent), m_api(api), m_live(live), m_session(session)
{
    setObjectName(QStringLiteral("connection"));
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &ConnectionBar::refresh);
    connect(&m_live, &LiveLink::stateChanged, this, [this](LiveLink::State state) {
        if (state == LiveLink::State::Online) {
            m_protocol = m_live.protocol().isEmpty() ? m_protocol : m_live.protocol();
            refresh();
        } else {
            m_patience.start();
        }
    });
    connect(&m_session, &Session::signedOut, this, &Banner::clear);
    connect(&m_api, &ApiClient::protocolSeen, this, [this](const QString& protocol) {
        m_protocol = protocol;
        refresh();
    });
}

void ConnectionBar::refresh()
{
    if (!m_session.isSignedIn()) {
        clear();
        return;
    }
    if (!m_protocol.isEmpty() && !Session::isCompatible(m_protocol)) {
        setClosable(false);
        say(Tone::Danger,
            tr("%1 was changed: it speaks protocol %2 now and this console %3. Install the console that "
               "belongs to it; what you write is kept until then.")
                .arg(m_session.profile().name, m_protocol, Session::ownProtocol()));
        return;
    }
    if (m_live.state() != LiveLink::State::Online && m_live.offlineSince().isValid()) {
        setClosable(false);
        say(Tone::Warning,
            tr("No connection to %1 since %2. You see what was read before; what you write is kept until it "
               "can be sent.")
                .arg(m_session.profile().name,
                     momentText(m_live.offlineSince(), QDateTime::currentDateTimeUtc())));
        return;
    }
    m_patience.stop();
    const qint64 skew = m_api.clockSkewS();
    if (qAbs(skew) > kMuchSkewS) {
        setClosable(true);
        say(Tone::Warning,
            skew > 0 ? tr("This computer's clock is %1 ahead of the server's. Waiting times are counted by "
                          "the server's.")
                           .arg(durationText(skew))
                     : tr("This computer's clock is %1 behind the server's. Waiting times are counted by the "
                          "server's.")
                           .arg(durationText(-skew)));
        return;
    }
    clear();
}

} // namespace parley::console
