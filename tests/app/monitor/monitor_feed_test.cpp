// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_feed.h"
#include "app/monitor/monitor_model.h"
#include "app/net/api_client.h"
#include "app/session/offline_cache.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

namespace parley::console {

namespace {

using parley::test::FakeApi;

const auto kList = QStringLiteral("/conversations");

QString idOf(int number)
{
    return QStringLiteral("01a1ffe4-6400-7277-bf22-%1").arg(number, 12, 16, QLatin1Char('0'));
}

QJsonObject conversation(int number, const QString& status = QStringLiteral("open"))
{
    return {{QStringLiteral("id"), idOf(number)},
            {QStringLiteral("status"), status},
            {QStringLiteral("channel"), QStringLiteral("web")},
            {QStringLiteral("last_message"), QStringLiteral("message %1").arg(number)}};
}

struct Bench {
    FakeApi server;
    ApiClient api;
    OfflineCache offline;
    MonitorModel model;
    MonitorFeed feed{api, offline, model, QStringLiteral("u-1")};

    Bench() { api.setServer(server.url()); }

    QString textAt(int row) const { return model.index(row, MonitorModel::Message).data().toString(); }
};

} // namespace

class MonitorFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesFollowEachOtherAsTheyAreWanted()
    {
        Bench bench;
        bench.server.on("GET", kList, [](const FakeApi::Request& request) {
            const bool isFirst = !request.query.hasQueryItem(QStringLiteral("cursor"));
            return FakeApi::Answer{200,
                                   isFirst ? FakeApi::list({conversation(2)}, QStringLiteral("next"))
                                           : FakeApi::list({conversation(1)}),
                                   {},
                                   false};
        });
        bench.feed.reload();
        QTRY_COMPARE(bench.model.rowCount(), 1);
        QVERIFY(bench.feed.hasMore());

        bench.model.fetchMore({});

        QTRY_COMPARE(bench.model.rowCount(), 2);
        QVERIFY(!bench.feed.hasMore());
        QVERIFY(!bench.model.canFetchMore({}));
    }

    void whatIsTypedLaterIsWhatIsShown()
    {
        Bench bench;
        bench.server.on("GET", kList, [](const FakeApi::Request& request) {
            const int number = request.query.queryItemValue(QStringLiteral("q")).size() == 1 ? 1 : 2;
            return FakeApi::Answer{200, FakeApi::list({conversation(number)}), {}, false};
        });
        QSignalSpy loaded(&bench.feed, &MonitorFeed::loaded);
        MonitorFilter filter;
        filter.words = QStringLiteral("a");
        bench.feed.setFilter(filter);
        filter.words = QStringLiteral("ab");
        bench.feed.setFilter(filter);

        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(bench.textAt(0), QStringLiteral("message 2"));
    }

    void aChangedConversationIsReadAgain()
    {
        Bench bench;
        bench.server.on("GET", kList, FakeApi::list({conversation(2), conversation(1)}));
        bench.server.on("GET", kList + QLatin1Char('/') + idOf(1), conversation(1, QStringLiteral("closed")));
        bench.server.on("GET", kList + QLatin1Char('/') + idOf(3), conversation(3));
        bench.feed.reload();
        QTRY_COMPARE(bench.model.rowCount(), 2);

        bench.feed.changed(idOf(1));
        bench.feed.changed(idOf(1));
        bench.feed.changed(idOf(3));

        QTRY_COMPARE(bench.model.rowCount(), 3);
        QTRY_COMPARE(bench.model.index(2, MonitorModel::Status).data().toString(), QStringLiteral("Closed"));
        QCOMPARE(bench.textAt(0), QStringLiteral("message 3"));
        QCOMPARE(bench.server.requests("GET", kList + QLatin1Char('/') + idOf(1)).size(), 1);
    }

    void whatNoLongerFitsTheFilterGoes()
    {
        Bench bench;
        bench.server.on("GET", kList, FakeApi::list({conversation(1)}));
        bench.server.on("GET", kList + QLatin1Char('/') + idOf(1), conversation(1, QStringLiteral("closed")));
        MonitorFilter filter;
        filter.status = QStringLiteral("open");
        bench.feed.setFilter(filter);
        QTRY_COMPARE(bench.model.rowCount(), 1);

        bench.feed.changed(idOf(1));

        QTRY_COMPARE(bench.model.rowCount(), 0);
    }

    void offlineShowsWhatWasReadAndSaysSinceWhen()
    {
        Bench bench;
        const QDateTime readAt(QDate(2026, 11, 21), QTime(20, 0), Qt::UTC);
        bench.offline.put(QStringLiteral("monitor"),
                          QByteArray("{\"items\":[{\"id\":\"") + idOf(7).toUtf8() + "\"}]}",
                          readAt);
        bench.server.setUnreachable(true);
        QSignalSpy shown(&bench.feed, &MonitorFeed::shownFromCache);
        QSignalSpy failed(&bench.feed, &MonitorFeed::failed);

        bench.feed.reload();

        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(shown.first().first().toDateTime(), readAt);
        QCOMPARE(bench.model.rowCount(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void theFirstPageIsKeptForWhenTheServerCannotBeReached()
    {
        Bench bench;
        bench.server.on("GET", kList, FakeApi::list({conversation(1)}));
        bench.feed.reload();
        QTRY_COMPARE(bench.model.rowCount(), 1);

        const auto kept = bench.offline.find(QStringLiteral("monitor"));

        QVERIFY(kept.has_value());
        QVERIFY(kept->bytes.contains(idOf(1).toUtf8()));
    }

    void offlineOneTenantsListIsNotAnothers()
    {
        FakeApi server;
        server.on("GET", kList, FakeApi::list({conversation(1)}));
        ApiClient api;
        api.setServer(server.url());
        OfflineCache offline;
        api.setTenant(QStringLiteral("t-a"));
        {
            MonitorModel model;
            MonitorFeed feed(api, offline, model, QStringLiteral("u-1"));
            feed.reload();
            QTRY_COMPARE(model.rowCount(), 1);
        }
        server.setUnreachable(true);

        api.setTenant(QStringLiteral("t-b"));
        MonitorModel other;
        MonitorFeed otherFeed(api, offline, other, QStringLiteral("u-1"));
        QSignalSpy failed(&otherFeed, &MonitorFeed::failed);
        otherFeed.reload();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(other.rowCount(), 0);

        api.setTenant(QStringLiteral("t-a"));
        MonitorModel again;
        MonitorFeed feedAgain(api, offline, again, QStringLiteral("u-1"));
        feedAgain.reload();
        QTRY_COMPARE(again.rowCount(), 1);
    }

    void aRefusalIsSaid()
    {
        Bench bench;
        bench.server.on("GET", kList, [](const FakeApi::Request&) {
            return FakeApi::problem(403, QStringLiteral("forbidden"), QStringLiteral("Not yours."));
        });
        QSignalSpy failed(&bench.feed, &MonitorFeed::failed);

        bench.feed.reload();

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(bench.model.rowCount(), 0);
    }
};

} // namespace parley::console

using parley::console::MonitorFeedTest;
PARLEY_TEST("monitor_feed", MonitorFeedTest)
#include "monitor_feed_test.moc"
