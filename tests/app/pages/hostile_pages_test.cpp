// SPDX-License-Identifier: MIT
#include "tests/app/pages/hostile_texts.h"
#include "tests/app/pages/load_guard.h"
#include "tests/app/pages/page_walk.h"
#include "tests/app/pages/schema_answers.h"
#include "tests/app/pages/shown_faults.h"
#include "tests/support/test_main.h"

#include <QLabel>

#include <cstdio>

using namespace parley::console;
using namespace parley::test;

namespace {

constexpr int kRows = 4;
constexpr int kMostFaults = 40;
constexpr int kMostRounds = 12;
constexpr qsizetype kRoundShift = 37;

struct Walked {
    const char* page;
    /// Texts that it shows at least when it is opened: what shows nothing proves nothing.
    int leastTexts;
    const char* argument = "";
};

/// Every page of the console. One that is not named here fails everyPageIsWalked.
constexpr Walked kPages[] = {
    {"queue", 4, "id-0"},
    {"monitor", 4},
    {"tickets", 10},
    {"customers", 10, "id-0"},
    {"knowledge", 10, "id-0"},
    {"gaps", 10},
    {"cache", 10},
    {"agents", 10},
    {"golden", 10},
    {"tools", 10},
    {"models", 10},
    {"answering", 5},
    {"desk_settings", 5},
    {"teams", 8},
    {"rules", 8},
    {"canned", 6},
    {"users", 8},
    {"channels", 8},
    {"api_clients", 6},
    {"tenants", 8},
    {"widget", 8},
    {"analytics", 10},
    {"runs", 5, "id-0"},
    {"feedback", 10},
    {"audit", 10},
    {"health", 5},
};

/// Those of a size that any field has; the longest have tests of their own where they are cut.
QStringList textsOf(const QList<HostileText>& all)
{
    constexpr int kHuge = 4'000;
    QStringList texts;
    for (const HostileText& each : all) {
        if (each.text.size() <= kHuge) {
            texts.append(each.text);
        }
    }
    return texts;
}

} // namespace

class HostilePagesTest : public QObject {
    Q_OBJECT

private:
    struct Walk {
        QStringList texts;
        SchemaAnswers::Trust trust = SchemaAnswers::Trust::Texts;
        qsizetype first = 0;
        bool areRefused = false;
        /// One page; empty: all.
        QString only = qEnvironmentVariable("WALK_ONLY");
    };
    struct Result {
        /// With where; empty: nothing was wrong.
        QStringList faults;
        qsizetype given = 0;
        int steps = 0;
    };

    /// Walks the pages of a server whose every text is one of the walk's, in turn, until each page was given
    /// each of them.
    static Result walkAll(LoadGuard& guard, ConsoleWorld& world, const Walk& wish)
    {
        Result result;
        qsizetype at = wish.first;
        const auto next = [&at, &wish] { return wish.texts.at(at++ % wish.texts.size()); };
        SchemaAnswers answers(next, wish.trust, kRows);
        qsizetype shift = wish.first;
        world.server.otherwise([&](const FakeApi::Request& request) {
            // The same texts in each run, whatever the order in which requests come.
            at = shift + qChecksum(request.path.toUtf8());
            if (wish.areRefused) {
                return FakeApi::problem(422,
                                        QStringLiteral("validation_failed"),
                                        next(),
                                        {{QStringLiteral("name"), next()}, {next().left(40), next()}});
            }
            const qsizetype begin = at;
            auto answer = answers.answer(request);
            result.given += at - begin;
            return answer;
        });
        const auto look = [&](QWidget& window, const QString& step) {
            QStringList found = faultsOf(window);
            for (const QString& loaded : guard.taken()) {
                found.append(QStringLiteral("loaded ") + loaded);
            }
            for (const QString& each : found) {
                if (result.faults.size() < kMostFaults && result.faults.filter(each).isEmpty()) {
                    result.faults.append(step + QLatin1String(": ") + each);
                }
            }
        };
        world.begin(next().left(200));
        PageWalk walk(world, look);
        for (const Walked& each : kPages) {
            const QString page = QString::fromLatin1(each.page);
            if (!wish.only.isEmpty() && page != wish.only) {
                continue;
            }
            const qsizetype before = result.given;
            for (int round = 0; round < kMostRounds && result.given - before < wish.texts.size(); ++round) {
                shift = wish.first + kRoundShift * round;
                walk.walk(page, QString::fromLatin1(each.argument));
            }
            const int shown = countTexts(*world.window.page(page));
            if (!wish.areRefused && shown < each.leastTexts) {
                result.faults.append(QStringLiteral("%1 shows %2 texts only").arg(page).arg(shown));
            }
        }
        for (const QString& path : answers.unknown()) {
            result.faults.append(QStringLiteral("no answer for ") + path);
        }
        world.server.otherwise({});
        result.steps = walk.steps();
        return result;
    }

private Q_SLOTS:
    void everyPageIsWalked()
    {
        QStringList walked;
        for (const Walked& each : kPages) {
            walked.append(QString::fromLatin1(each.page));
        }
        for (const PageEntry& entry : allPages()) {
            QVERIFY2(walked.removeOne(entry.id),
                     qPrintable(entry.id + QStringLiteral(" is not walked: name it in kPages")));
        }
        QVERIFY2(walked.isEmpty(), qPrintable(walked.join(QLatin1Char(' '))));
    }

    /// Without this the others would prove nothing.
    void theGuardSeesWhatReadsMarkup()
    {
        ConsoleWorld world;
        LoadGuard guard(world.server.url());
        QLabel file(QStringLiteral("<img src=\"%1\">").arg(guard.bait().path()));
        file.grab();
#ifdef Q_OS_LINUX
        QVERIFY(!guard.taken().isEmpty());
#endif
        QLabel nowhere(QStringLiteral("<img src=\"http://127.0.0.1:1/x.png\">"));
        nowhere.grab();
        QVERIFY(!guard.taken().isEmpty());
        QNetworkAccessManager network;
        network.get(QNetworkRequest(QUrl(guard.bait().web())));
        QStringList taken;
        QTRY_VERIFY(!(taken += guard.taken()).isEmpty());
        QVERIFY(!faultsOf(file).isEmpty());
    }

    void nothingIsLoadedAndEverythingIsText_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<bool>("areRefused");
        QTest::newRow("texts") << 0 << true << false;
        QTest::newRow("everything") << 3 << false << false;
        QTest::newRow("refusals") << 0 << true << true;
    }

    void nothingIsLoadedAndEverythingIsText()
    {
        QFETCH(int, first);
        QFETCH(bool, isTrusted);
        QFETCH(bool, areRefused);
        ConsoleWorld world;
        LoadGuard guard(world.server.url());
        const QStringList texts = textsOf(hostileTexts(guard.bait()));

        const Result result =
            walkAll(guard,
                    world,
                    {.texts = texts,
                     .trust = isTrusted ? SchemaAnswers::Trust::Texts : SchemaAnswers::Trust::None,
                     .first = first,
                     .areRefused = areRefused});

        QVERIFY2(result.faults.isEmpty(),
                 qPrintable(QLatin1Char('\n') + result.faults.join(QLatin1Char('\n'))));
    }

    /// Not a part of the tests: PARLEY_HOSTILE_TEXTS names a folder of collections, and each of its texts
    /// goes to each page.
    void collectionsAreText()
    {
        const QString folder = qEnvironmentVariable("PARLEY_HOSTILE_TEXTS");
        if (folder.isEmpty()) {
            QSKIP("PARLEY_HOSTILE_TEXTS names no folder");
        }
        const QHash<QString, QStringList> collections = collectedTexts(folder);
        QVERIFY(!collections.isEmpty());
        int faults = 0;
        for (auto each = collections.begin(); each != collections.end(); ++each) {
            ConsoleWorld world;
            LoadGuard guard(world.server.url());

            const Result result = walkAll(guard, world, {.texts = each.value()});

            std::printf("%s: %lld texts, %lld shown in %d steps, %lld faults\n",
                        qPrintable(each.key()),
                        static_cast<long long>(each.value().size()),
                        static_cast<long long>(result.given),
                        result.steps,
                        static_cast<long long>(result.faults.size()));
            for (const QString& fault : result.faults) {
                std::printf("    %s\n", qPrintable(fault));
            }
            std::fflush(stdout);
            faults += static_cast<int>(result.faults.size());
        }
        QCOMPARE(faults, 0);
    }
};

PARLEY_TEST("hostile_pages", HostilePagesTest)
#include "hostile_pages_test.moc"
