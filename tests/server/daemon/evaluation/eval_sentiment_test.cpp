// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_sentiment.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <fstream>

using namespace parley;
namespace evaluation = parley::server::daemon::evaluation;

class EvalSentimentTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    Result<evaluation::Report> evaluated(const std::string& lines) const
    {
        const std::string file = m_folder.path().toStdString() + "/s.tsv";
        std::ofstream(file, std::ios::binary) << lines;
        evaluation::Options options;
        options.set("data", file);
        return evaluation::sentimentEvaluation().run(options);
    }

private Q_SLOTS:
    void figuresFollowTheRatings()
    {
        const auto report = evaluated("a\t2\tThank you so much, that fixed it!\n"
                                      "b\t-3\tThis is unacceptable, I was charged twice!\n"
                                      "c\t0\tWhere is my invoice?\n");

        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY(report->figures["pearson"].get<double>() > 0.9);
        QCOMPARE(report->figures["sign_accuracy"].get<double>(), 1.0);
        QCOMPARE(report->figures["items"].get<int>(), 3);
        QVERIFY(report->figures["us_per_text"].get<double>() > 0);
    }

    void linesOfPredictionsHaveIdRatingAndScore()
    {
        const auto report = evaluated("a\t2\tThank you so much, that fixed it!\n");

        QVERIFY(report.has_value());
        QCOMPARE(report->predictions.size(), std::size_t{1});
        QVERIFY(report->predictions[0].starts_with("a\t2\t0."));
    }

    void twoColumnsAreRatingAndText()
    {
        const auto report = evaluated("-1\tI hate this\n1\tI love this\n");

        QVERIFY(report.has_value());
        QVERIFY(report->figures["pearson"].get<double>() > 0.9);
        QVERIFY(report->predictions[1].starts_with("2\t1\t0."));
    }

    void whatIsNoRatingIsNamed()
    {
        const auto report = evaluated("a\tgood\ttext\n");

        QVERIFY(!report.has_value());
        QCOMPARE(report.error().code, ErrorCode::Malformed);
        QVERIFY(report.error().message.find("\"good\"") != std::string::npos);
    }

    void anEmptyFileHasNoFigures()
    {
        const auto report = evaluated("");

        QVERIFY(!report.has_value());
        QCOMPARE(report.error().code, ErrorCode::Malformed);
    }
};

PARLEY_TEST("eval_sentiment", EvalSentimentTest)
#include "eval_sentiment_test.moc"
