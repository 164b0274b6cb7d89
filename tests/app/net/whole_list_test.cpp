// SPDX-License-Identifier: MIT
#include "app/net/whole_list.h"
#include "tests/support/fake_api.h"
#include "tests/support/test_main.h"

using namespace parley::console;
using parley::test::FakeApi;

namespace {

const auto kPath = QStringLiteral("/teams");

/// A list of so many, in pages as they are asked for; its cursor is the place.
void serve(FakeApi& server, int count)
{
    server.on("GET", kPath, [count](const FakeApi::Request& request) {
        const int limit = request.query.queryItemValue(QStringLiteral("limit")).toInt();
        const int from = request.query.queryItemValue(QStringLiteral("cursor")).toInt();
        QList<QJsonObject> items;
        for (int i = from; i < qMin(count, from + limit); ++i) {
            items.append(QJsonObject{{QStringLiteral("id"), i}});
        }
        const int next = from + limit;
        return FakeApi::Answer{200,
                               FakeApi::list(items, next < count ? QString::number(next) : QString()),
                               {},
                               false};
    });
}

struct Bench {
    FakeApi server;
    ApiClient api;
    QObject context;
    QList<WholeList> answers;

    Bench() { api.setServer(server.url()); }

    void read(int most = kMostOfWholeList, const QUrlQuery& query = {})
    {
        getAll(
            api, kPath, &context, [this](const WholeList& list) { answers.append(list); }, query, most);
    }
};

} // namespace

class WholeListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsReadInOrder()
    {
        Bench bench;
        serve(bench.server, 450);

        bench.read(kMostOfWholeList, QUrlQuery{{QStringLiteral("kind"), QStringLiteral("a")}});

        QTRY_COMPARE(bench.answers.size(), 1);
        const WholeList& list = bench.answers.first();
        QVERIFY(list.isOk());
        QCOMPARE(list.items.size(), 450);
        QCOMPARE(list.items.last().toObject().value(QLatin1String("id")).toInt(), 449);
        QVERIFY(!list.isCut);
        QVERIFY(cutNote(list).isEmpty());
        const auto requests = bench.server.requests("GET", kPath);
        QCOMPARE(requests.size(), 3);
        for (const FakeApi::Request& each : requests) {
            QCOMPARE(each.query.queryItemValue(QStringLiteral("kind")), QStringLiteral("a"));
        }
    }

    void anEmptyListIsOneRequest()
    {
        Bench bench;
        serve(bench.server, 0);

        bench.read();

        QTRY_COMPARE(bench.answers.size(), 1);
        QVERIFY(bench.answers.first().isOk());
        QCOMPARE(bench.server.requests("GET", kPath).size(), 1);
    }

    void itEndsAtItsBoundAndSaysSo()
    {
        Bench bench;
        serve(bench.server, 1'000);

        bench.read(300);

        QTRY_COMPARE(bench.answers.size(), 1);
        QCOMPARE(bench.answers.first().items.size(), 300);
        QVERIFY(bench.answers.first().isCut);
        QVERIFY(cutNote(bench.answers.first()).contains(QLatin1String("300")));
        QCOMPARE(bench.server.requests("GET", kPath).size(), 2);
    }

    void aListOfExactlyTheBoundIsWhole()
    {
        Bench bench;
        serve(bench.server, 400);

        bench.read(400);

        QTRY_COMPARE(bench.answers.size(), 1);
        QCOMPARE(bench.answers.first().items.size(), 400);
        QVERIFY(!bench.answers.first().isCut);
    }

    void aServerThatNeverEndsItsListIsLeft()
    {
        Bench bench;
        bench.server.on("GET", kPath, FakeApi::list({}, QStringLiteral("again")));

        bench.read(1'000);

        QTRY_COMPARE(bench.answers.size(), 1);
        QVERIFY(bench.answers.first().isCut);
        QVERIFY(bench.server.requests("GET", kPath).size() < 10);
    }

    void anErrorOfALaterPageIsTheOneError()
    {
        Bench bench;
        bench.server.on("GET", kPath, [](const FakeApi::Request& request) {
            if (request.query.hasQueryItem(QStringLiteral("cursor"))) {
                return FakeApi::problem(403, QStringLiteral("forbidden"), QStringLiteral("Not yours."));
            }
            return FakeApi::Answer{200, FakeApi::list({QJsonObject()}, QStringLiteral("next")), {}, false};
        });

        bench.read();

        QTRY_COMPARE(bench.answers.size(), 1);
        QVERIFY(!bench.answers.first().isOk());
        QCOMPARE(bench.answers.first().status, 403);
        QVERIFY(bench.answers.first().items.isEmpty());
    }

    void nobodyIsCalledAfterTheContextHasGone()
    {
        FakeApi server;
        ApiClient api;
        api.setServer(server.url());
        auto context = std::make_unique<QObject>();
        bool isCalled = false;
        server.on("GET", kPath, [&context](const FakeApi::Request&) {
            context.reset();
            return FakeApi::Answer{200, FakeApi::list({QJsonObject()}, QStringLiteral("next")), {}, false};
        });
        getAll(api, kPath, context.get(), [&isCalled](const WholeList&) { isCalled = true; });

        bool isOtherDone = false;
        QTRY_VERIFY(!context);
        server.on("GET", QStringLiteral("/other"), QJsonObject());
        QObject other;
        api.get(QStringLiteral("/other"), &other, [&isOtherDone](const ApiReply&) { isOtherDone = true; });

        QTRY_VERIFY(isOtherDone);
        QVERIFY(!isCalled);
        QCOMPARE(server.requests("GET", kPath).size(), 1);
    }
};

PARLEY_TEST("whole_list", WholeListTest)
#include "whole_list_test.moc"
