// SPDX-License-Identifier: MIT
#include "app/net/live_link.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace parley::console;
using parley::test::FakeApi;

namespace {

QJsonObject numbered(int number)
{
    return {{QStringLiteral("type"), QStringLiteral("message.created")}, {QStringLiteral("number"), number}};
}

QList<int> numbersOf(const QSignalSpy& events)
{
    QList<int> numbers;
    for (const QList<QVariant>& each : events) {
        numbers.append(each.at(2).toJsonObject().value(QLatin1String("number")).toInt());
    }
    return numbers;
}

/// A connection that can die without a word: nothing is passed on, and nothing says so.
class Line {
public:
    explicit Line(const QUrl& far)
    {
        m_near.listen(QHostAddress::LocalHost);
        QObject::connect(&m_near, &QTcpServer::newConnection, &m_near, [this, far] {
            QTcpSocket* near = m_near.nextPendingConnection();
            auto* beyond = new QTcpSocket(near);
            beyond->connectToHost(far.host(), static_cast<quint16>(far.port()));
            pass(near, beyond);
            pass(beyond, near);
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_near.serverPort())); }
    void setDead(bool isDead) { m_isDead = isDead; }

private:
    void pass(QTcpSocket* from, QTcpSocket* to)
    {
        QObject::connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
            const QByteArray bytes = from->readAll();
            if (!m_isDead) {
                to->write(bytes);
            }
        });
    }

    QTcpServer m_near;
    bool m_isDead = false;
};

} // namespace

class LiveLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsOfSubscribedTopicsArriveInOrderAndOnce()
    {
        FakeApi server;
        LiveLink link;
        QSignalSpy events(&link, &LiveLink::event);
        QSignalSpy resync(&link, &LiveLink::resync);
        link.subscribe(QStringLiteral("queue"));
        link.open(server.url(), QStringLiteral("token"), {});
        QTRY_COMPARE(resync.count(), 1); // read it by HTTP now: nothing after this is missed

        server.push(QStringLiteral("queue"), numbered(1));
        server.push(QStringLiteral("conversation:other"), numbered(99));
        server.push(QStringLiteral("queue"), numbered(2));

        QTRY_COMPARE(numbersOf(events), (QList<int>{1, 2}));
    }

    void whatHappenedDuringABreakIsReplayed()
    {
        FakeApi server;
        LiveLink link;
        QSignalSpy events(&link, &LiveLink::event);
        QSignalSpy states(&link, &LiveLink::stateChanged);
        link.subscribe(QStringLiteral("queue"));
        link.open(server.url(), QStringLiteral("token"), {});
        QTRY_COMPARE(link.state(), LiveLink::State::Online);
        server.push(QStringLiteral("queue"), numbered(1));
        QTRY_COMPARE(events.count(), 1);

        server.dropLinks();
        QTRY_COMPARE(link.state(), LiveLink::State::Connecting);
        QVERIFY(link.offlineSince().isValid());
        server.push(QStringLiteral("queue"), numbered(2));
        QTRY_COMPARE(link.state(), LiveLink::State::Online);
        server.push(QStringLiteral("queue"), numbered(3));

        QTRY_COMPARE(numbersOf(events), (QList<int>{1, 2, 3}));
        QVERIFY(!link.offlineSince().isValid());
    }

    void aNumberThatIsMissingIsAskedForAgain()
    {
        FakeApi server;
        LiveLink link;
        QSignalSpy events(&link, &LiveLink::event);
        QSignalSpy resync(&link, &LiveLink::resync);
        link.subscribe(QStringLiteral("queue"));
        link.open(server.url(), QStringLiteral("token"), {});
        QTRY_COMPARE(resync.count(), 1);
        server.push(QStringLiteral("queue"), numbered(1));
        QTRY_COMPARE(events.count(), 1);
        const auto asked = server.frames().size();

        server.push(QStringLiteral("queue"), numbered(5), 5);

        QTRY_VERIFY(server.frames().size() > asked);
        QCOMPARE(server.frames()
                     .last()
                     .value(QLatin1String("after"))
                     .toObject()
                     .value(QLatin1String("queue"))
                     .toInteger(),
                 1);
    }

    void aLinkThatDiedWithoutAWordIsNoticedAndNothingIsMissed()
    {
        FakeApi server;
        Line line(server.url());
        LinkPatience patience;
        patience.pulseMs = 20;
        patience.silentMs = 150;
        LiveLink link(nullptr, patience);
        QSignalSpy events(&link, &LiveLink::event);
        QSignalSpy resync(&link, &LiveLink::resync);
        link.subscribe(QStringLiteral("queue"));
        link.open(line.url(), QStringLiteral("token"), {});
        QTRY_COMPARE(resync.count(), 1);

        line.setDead(true);
        server.push(QStringLiteral("queue"), numbered(1));
        QTRY_COMPARE(link.state(), LiveLink::State::Connecting);
        QVERIFY(link.offlineSince().isValid());
        line.setDead(false);

        QTRY_COMPARE(link.state(), LiveLink::State::Online);
        QTRY_COMPARE(numbersOf(events), (QList<int>{1}));
    }

    void viewingAndComposingAreSaidAgainAfterABreak()
    {
        FakeApi server;
        LiveLink link;
        link.open(server.url(), QStringLiteral("token"), {});
        QTRY_COMPARE(link.state(), LiveLink::State::Online);
        link.setViewing(QStringLiteral("c-1"));
        QTRY_VERIFY(!server.frames().isEmpty());

        server.dropLinks();
        QTRY_COMPARE(link.state(), LiveLink::State::Connecting);
        const auto before = server.frames().size();
        QTRY_VERIFY(server.frames().size() > before);

        bool isSaid = false;
        for (const QJsonObject& frame : server.frames().mid(before)) {
            isSaid = isSaid || (frame.value(QLatin1String("type")) == QLatin1String("viewing") &&
                                frame.value(QLatin1String("conversation")) == QLatin1String("c-1"));
        }
        QVERIFY(isSaid);
    }

    void aTopicGoesOnWhereTheProgramStoppedLastTime()
    {
        FakeApi server;
        for (int number = 1; number <= 4; ++number) {
            server.push(QStringLiteral("queue"), numbered(number));
        }
        LiveLink link;
        QSignalSpy events(&link, &LiveLink::event);
        QSignalSpy resync(&link, &LiveLink::resync);
        link.subscribe(QStringLiteral("queue"));
        link.resumeFrom(QStringLiteral("queue"), 2);
        link.open(server.url(), QStringLiteral("token"), {});

        QTRY_COMPARE(numbersOf(events), (QList<int>{3, 4}));
        QCOMPARE(resync.count(), 1); // whoever shows the topic reads it all the same
        QCOMPARE(link.seqOf(QStringLiteral("queue")), 4);

        link.resumeFrom(QStringLiteral("queue"), -1);
        link.open(server.url(), QStringLiteral("token"), {});
        QTRY_COMPARE(resync.count(), 2);
        QCOMPARE(events.count(), 2);
        QCOMPARE(link.seqOf(QStringLiteral("queue")), 4);
    }
};

PARLEY_TEST("live_link", LiveLinkTest)
#include "live_link_test.moc"
