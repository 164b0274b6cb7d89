// SPDX-License-Identifier: MIT
#include "app/net/live_link.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

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
};

PARLEY_TEST("live_link", LiveLinkTest)
#include "live_link_test.moc"
