// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/evaluation.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <set>

using namespace parley;
using namespace parley::server::daemon::evaluation;

class EvaluationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEvaluationSaysHowItIsUsed()
    {
        std::set<std::string_view> names;
        for (const Evaluation& evaluation : evaluations()) {
            QVERIFY(names.insert(evaluation.name).second);
            QVERIFY(!evaluation.summary.empty());
            for (const std::string_view option : evaluation.options) {
                QVERIFY2(evaluation.usage.find("--" + std::string(option)) != std::string_view::npos,
                         std::string(option).c_str());
            }
        }
        for (const char* wanted : {"intent",
                                   "multi-intent",
                                   "classes",
                                   "retrieval",
                                   "confidence",
                                   "sentiment",
                                   "escalation",
                                   "extract",
                                   "cache",
                                   "hard-negatives"}) {
            QVERIFY2(names.contains(wanted), wanted);
        }
    }

    void aWrongCommandLineIsToldApart_data()
    {
        QTest::addColumn<std::vector<std::string>>("arguments");
        QTest::addColumn<int>("code");
        using Arguments = std::vector<std::string>;
        QTest::newRow("nothing") << Arguments{} << 2;
        QTest::newRow("help") << Arguments{"--help"} << 0;
        QTest::newRow("unknown") << Arguments{"astrology"} << 2;
        QTest::newRow("unknown option") << Arguments{"sentiment", "--moon", "full"} << 2;
        QTest::newRow("no option") << Arguments{"sentiment", "file.tsv"} << 2;
        QTest::newRow("missing option") << Arguments{"sentiment"} << 2;
        QTest::newRow("missing file") << Arguments{"sentiment", "--data", "/nowhere.tsv"} << 1;
    }
    void aWrongCommandLineIsToldApart()
    {
        QFETCH(std::vector<std::string>, arguments);
        QFETCH(int, code);
        QCOMPARE(runEvaluation(arguments), code);
    }

    void predictionsHaveALineAnItem()
    {
        const QTemporaryDir folder;
        const std::string data = folder.path().toStdString() + "/s.tsv";
        const std::string out = folder.path().toStdString() + "/p.tsv";
        std::ofstream(data) << "1\t2.5\tI love it, this is great!\n2\t-2.5\tThis is terrible, I hate it.\n";
        QCOMPARE(runEvaluation(
                     std::vector<std::string>{"sentiment", "--data", data, "--json", "--predictions", out}),
                 0);
        std::ifstream in(out);
        int lines = 0;
        for (std::string line; std::getline(in, line);) {
            ++lines;
        }
        QCOMPARE(lines, 2);
    }

    void numbersOutsideTheirRangeAreRefused()
    {
        Options options;
        options.set("shots", "0");
        QVERIFY(!options.number("shots", 1, 100, 5));
        options.set("shots", "ten");
        QVERIFY(!options.number("shots", 1, 100, 5));
        options.set("shots", "10");
        QCOMPARE(options.number("shots", 1, 100, 5).value(), 10);
        QCOMPARE(options.number("seed", 1, 100, 5).value(), 5);
    }
};

PARLEY_TEST("evaluation", EvaluationTest)
#include "evaluation_test.moc"
