// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_cache.h"
#include "server/daemon/evaluation/hard_negatives.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <map>
#include <set>

using namespace parley;
using namespace parley::server::daemon::evaluation;

class EvalCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hitsAreCountedByWhatTheyAreWorth()
    {
        const QTemporaryDir folder;
        const std::string file = folder.path().toStdString() + "/pairs.tsv";
        std::ofstream(file) << "How do I pay?\thow can I pay\t1\n"
                               "How do I pay?\tHow do I sleep?\t0\n"
                               "What does shipping cost?\tWhat is the price of shipping?\t0\n"
                               "Where do I park?\tIs there a garage?\t1\n";
        Options options;
        options.set("pairs", file);
        options.set("threshold-permille", "500");

        const Report report = test::must(cacheEvaluation().run(options));

        QCOMPARE(report.figures["pairs"].get<int>(), 4);
        QCOMPARE(report.figures["hits"].get<int>(), 2);
        QCOMPARE(report.figures["wrong_hits"].get<int>(), 1);
        QCOMPARE(report.figures["wrong_hit_rate"].get<double>(), 0.5);
        QCOMPARE(report.figures["recall"].get<double>(), 0.5);
        QCOMPARE(report.predictions.size(), std::size_t{5});
    }

    void aLabelIsOneOrNought()
    {
        const QTemporaryDir folder;
        const std::string file = folder.path().toStdString() + "/pairs.tsv";
        std::ofstream(file) << "a\tb\tmaybe\n";
        Options options;
        options.set("pairs", file);
        QCOMPARE(cacheEvaluation().run(options).error().code, ErrorCode::InvalidArgument);
    }

    void theCacheFallsForNoneOfTheGeneratedPairs()
    {
        for (const char* seed : {"1", "20261121"}) {
            Options options;
            options.set("seed", seed);
            const Report report = test::must(hardNegativesEvaluation().run(options));
            QCOMPARE(report.figures["pairs"].get<int>(), 2000);
            QCOMPARE(report.figures["wrong_hits"].get<int>(), 0);
        }
    }

    void aSeedGivesTheSamePairs()
    {
        const std::vector<HardNegative> one = hardNegatives(300, 7);
        const std::vector<HardNegative> again = hardNegatives(300, 7);
        const std::vector<HardNegative> other = hardNegatives(300, 8);
        std::map<std::string_view, int> kinds;
        std::set<std::string> texts;
        std::size_t same = 0;
        for (std::size_t i = 0; i < one.size(); ++i) {
            QCOMPARE(one[i].one, again[i].one);
            QCOMPARE(one[i].other, again[i].other);
            QVERIFY(one[i].one != one[i].other);
            QVERIFY(one[i].one.find('{') == std::string::npos);
            same += one[i].one == other[i].one ? 1U : 0U;
            ++kinds[one[i].kind];
            texts.insert(one[i].one + '\t' + one[i].other);
        }
        QVERIFY(same < one.size() / 2);
        QVERIFY(kinds.size() >= 15);
        QVERIFY(texts.size() > 290);
    }
};

PARLEY_TEST("eval_cache", EvalCacheTest)
#include "eval_cache_test.moc"
