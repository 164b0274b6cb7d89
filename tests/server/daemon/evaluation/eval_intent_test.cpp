// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_intent.h"
#include "tests/server/nlp/embedding/tiny_onnx_model.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <fstream>

using namespace parley;
namespace evaluation = parley::server::daemon::evaluation;

class EvalIntentTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    void write(const std::string& name, const std::string& content) const
    {
        std::ofstream(m_folder.path().toStdString() + "/" + name, std::ios::binary) << content;
    }

    Result<evaluation::Report> evaluated(const std::string& embedder) const
    {
        const std::string folder = m_folder.path().toStdString();
        evaluation::Options options;
        options.set("train", folder + "/train.tsv");
        options.set("test", folder + "/test.tsv");
        if (!embedder.empty()) {
            options.set("embedder", embedder);
        }
        return evaluation::intentEvaluation().run(options);
    }

private Q_SLOTS:
    void init()
    {
        write("train.tsv", "red\tcolour\nred please\tcolour\nbox\tthing\nbox please\tthing\n");
        write("test.tsv", "crimson\tcolour\ncarton\tthing\n");
        write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nred\ncrimson\nbox\ncarton\nplease\n");
    }

    void wordsThatNobodyTaughtAreUnknown()
    {
        const auto report = evaluated({});

        QVERIFY(report.has_value());
        QVERIFY(report->figures["accuracy"].get<double>() < 1);
    }

    void anEmbedderKnowsTheirMeaning()
    {
        test::TinyOnnxModel model;
        model.table = {{0, 0, 1},
                       {0, 0, 1},
                       {0, 0, 1},
                       {0, 0, 1},
                       {4, 0, 0},
                       {4, 0, 0},
                       {0, 4, 0},
                       {0, 4, 0},
                       {0, 0, 1}};
        write("model.onnx", test::onnxBytes(model));

        const auto report = evaluated("onnx:" + m_folder.path().toStdString());

        if (!report && report.error().code == ErrorCode::Unavailable) {
            QSKIP("There is no ONNX Runtime here.");
        }
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->figures["accuracy"].get<double>(), 1.0);
        QCOMPARE(report->predictions.size(), std::size_t{2});
    }

    void anEmbedderThatNobodyKnowsIsNamed()
    {
        QVERIFY(evaluated("word2vec:x").error().code == ErrorCode::InvalidArgument);
    }
};

PARLEY_TEST("eval_intent", EvalIntentTest)
#include "eval_intent_test.moc"
