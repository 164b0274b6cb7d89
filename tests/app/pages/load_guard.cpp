// SPDX-License-Identifier: MIT
#include "tests/app/pages/load_guard.h"

#include <QDesktopServices>
#include <QNetworkProxy>
#include <QTextDocument>

namespace parley::test {

namespace {

/// Asked by every QNetworkAccessManager and socket before it connects.
class Watch final : public QNetworkProxyFactory {
public:
    Watch(QStringList& seen, int ownPort) : m_seen(seen), m_ownPort(ownPort) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const bool isListening = query.queryType() == QNetworkProxyQuery::TcpServer;
        if (!isListening && query.peerPort() != m_ownPort) {
            m_seen.append(
                QStringLiteral("a connection to %1:%2 (%3)")
                    .arg(query.peerHostName(), QString::number(query.peerPort()), query.url().toString()));
        }
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    }

private:
    QStringList& m_seen;
    int m_ownPort;
};

const QStringList& schemes()
{
    static const QStringList all{QStringLiteral("http"),
                                 QStringLiteral("https"),
                                 QStringLiteral("mailto"),
                                 QStringLiteral("file"),
                                 QStringLiteral("javascript"),
                                 QStringLiteral("data"),
                                 QStringLiteral("ftp")};
    return all;
}

} // namespace

LoadGuard::LoadGuard(const QUrl& own)
{
    QNetworkProxyFactory::setApplicationProxyFactory(new Watch(m_loaded, own.port()));
    QTextDocument::setDefaultResourceProvider([this](const QUrl& url) {
        m_loaded.append(QStringLiteral("a document's resource: ") + url.toString().left(200));
        return QVariant();
    });
    for (const QString& scheme : schemes()) {
        QDesktopServices::setUrlHandler(scheme, this, "openedByDesktop");
    }
    m_bait.opened();
}

LoadGuard::~LoadGuard()
{
    for (const QString& scheme : schemes()) {
        QDesktopServices::unsetUrlHandler(scheme);
    }
    QTextDocument::setDefaultResourceProvider({});
    QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
}

void LoadGuard::openedByDesktop(const QUrl& url)
{
    const bool isOwnPreview = url.host() == QLatin1String("127.0.0.1") && url != QUrl(m_bait.web());
    if (isOwnPreview) {
        return; // a button of the widget designer opens it
    }
    m_loaded.append(QStringLiteral("an address given to the desktop: ") + url.toString().left(200));
}

QStringList LoadGuard::taken()
{
    QStringList all = std::exchange(m_loaded, {});
    if (const int opened = m_bait.opened(); opened > 0) {
        all.append(QStringLiteral("the file, %1 times").arg(opened));
    }
    if (const int visits = m_bait.visits() - std::exchange(m_visits, m_bait.visits()); visits > 0) {
        all.append(QStringLiteral("the address, %1 times").arg(visits));
    }
    return all;
}

} // namespace parley::test
