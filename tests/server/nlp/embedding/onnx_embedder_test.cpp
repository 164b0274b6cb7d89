// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/onnx_embedder.h"
#include "tests/server/nlp/embedding/tiny_onnx_model.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <cmath>
#include <filesystem>
#include <fstream>

using namespace parley;
using server::nlp::Embedder;
using server::nlp::Embedding;
using server::nlp::EmbedKind;
using server::nlp::makeOnnxEmbedder;
using server::nlp::OnnxEmbedderOptions;
using server::runtime::Budget;

namespace {

namespace fs = std::filesystem;

/// Tokens 0 to 6: the special ones, then a, b and "query".
const std::string kVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\nquery\n";
const std::vector<std::vector<float>> kTable{
    {9, 9, 9}, {0, 0, 5}, {1, 0, 0}, {1, 0, 0}, {0, 4, 0}, {0, 0, 4}, {-8, 0, 0}};

void write(const fs::path& file, const std::string& content)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

bool isNear(const Embedding& got, const std::vector<double>& direction)
{
    double length = 0;
    for (const double value : direction) {
        length += value * value;
    }
    for (std::size_t i = 0; i < direction.size(); ++i) {
        if (std::abs(static_cast<double>(got[i]) - direction[i] / std::sqrt(length)) > 1e-6) {
            return false;
        }
    }
    return got.size() == direction.size();
}

} // namespace

class OnnxEmbedderTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] fs::path folder() const { return m_dir->path().toStdString(); }

    void writeModel(test::TinyOnnxModel model = {}) const
    {
        model.table = kTable;
        write(folder() / "model.onnx", test::onnxBytes(model));
        write(folder() / "vocab.txt", kVocabulary);
    }

    [[nodiscard]] OnnxEmbedderOptions options() const
    {
        OnnxEmbedderOptions options;
        options.modelFolder = folder().string();
        return options;
    }

    static std::vector<Embedding>
    embed(Embedder& embedder, std::vector<std::string> texts, EmbedKind kind = EmbedKind::Passage)
    {
        boost::asio::io_context context;
        return test::must(
            test::runCoroutine(context,
                               embedder.embed(std::move(texts), kind, Budget::of(std::chrono::minutes{1}))));
    }

    [[nodiscard]] std::string whyNot() const
    {
        const auto made = makeOnnxEmbedder(options());
        return made ? std::string("it was accepted") : made.error().message;
    }

private Q_SLOTS:
    void initTestCase()
    {
        init();
        writeModel();
        const auto made = makeOnnxEmbedder(options());
        if (!made && made.error().code == ErrorCode::Unavailable) {
            test::skipSuite(made.error().message);
        }
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theVectorIsTheMeanOfTheTokens()
    {
        writeModel();
        const auto embedder = test::must(makeOnnxEmbedder(options()));

        const auto vectors = embed(*embedder, {"a"});

        QCOMPARE(embedder->dimensions(), 3);
        QVERIFY(isNear(vectors.at(0), {2, 4, 0})); // [CLS] + a + [SEP]
    }

    void paddingDoesNotCount()
    {
        writeModel();
        const auto embedder = test::must(makeOnnxEmbedder(options()));

        const auto vectors = embed(*embedder, {"a b b a", "", "b"});

        QCOMPARE(vectors.size(), std::size_t{3});
        QVERIFY(isNear(vectors[0], {2, 8, 8}));
        QVERIFY(isNear(vectors[1], {1, 0, 0}));
        QVERIFY(isNear(vectors[2], {2, 0, 4}));
    }

    void orderHoldsOverManyRuns()
    {
        writeModel();
        const auto embedder = test::must(makeOnnxEmbedder(options()));
        std::vector<std::string> texts;
        for (int i = 0; i < 300; ++i) {
            texts.emplace_back();
            for (int word = 0; word < i % 7; ++word) {
                texts.back() += i % 2 == 0 ? "a " : "b ";
            }
        }

        const auto vectors = embed(*embedder, texts);

        for (std::size_t i = 0; i < texts.size(); ++i) {
            const double words = 4.0 * static_cast<double>(i % 7);
            const std::vector<double> expected =
                i % 2 == 0 ? std::vector<double>{2, words, 0} : std::vector<double>{2, 0, words};
            QVERIFY2(isNear(vectors[i], expected), std::to_string(i).c_str());
        }
    }

    void clsPoolingTakesTheFirstToken()
    {
        writeModel();
        write(folder() / "1_Pooling" / "config.json",
              R"({"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":false})");
        const auto embedder = test::must(makeOnnxEmbedder(options()));

        QVERIFY(isNear(embed(*embedder, {"a a a"}).at(0), {1, 0, 0}));
    }

    void aPooledOutputIsTakenAsItIs()
    {
        test::TinyOnnxModel model;
        model.isPooled = true;
        writeModel(model);
        const auto embedder = test::must(makeOnnxEmbedder(options()));

        QVERIFY(isNear(embed(*embedder, {"a a a"}).at(0), {-1, 0, 0}));
    }

    void tokenTypesAreZeroWhereTheyAreWanted()
    {
        test::TinyOnnxModel model;
        model.wantsTypes = true;
        writeModel(model);
        const auto embedder = test::must(makeOnnxEmbedder(options()));

        QVERIFY(isNear(embed(*embedder, {"b"}).at(0), {2, 0, 4}));
    }

    void prefixesTellQuestionsFromPassages()
    {
        writeModel();
        auto prefixed = options();
        prefixed.queryPrefix = "query ";
        const auto embedder = test::must(makeOnnxEmbedder(prefixed));

        QVERIFY(isNear(embed(*embedder, {"a"}, EmbedKind::Query).at(0), {-6, 4, 0}));
        QVERIFY(isNear(embed(*embedder, {"a"}, EmbedKind::Passage).at(0), {2, 4, 0}));
        QVERIFY(embedder->identity() != test::must(makeOnnxEmbedder(options()))->identity());
    }

    void theIdentityTellsModelsApart()
    {
        writeModel();
        const auto first = test::must(makeOnnxEmbedder(options()))->identity();
        const auto again = test::must(makeOnnxEmbedder(options()))->identity();
        write(folder() / "sentence_bert_config.json", R"({"max_seq_length":16})");
        const auto shorter = test::must(makeOnnxEmbedder(options()))->identity();

        QCOMPARE(first, again);
        QVERIFY(first != shorter);
        QVERIFY(first.size() <= 200);
    }

    void theSmallestLimitCuts()
    {
        writeModel();
        write(folder() / "config.json", R"({"max_position_embeddings":512})");
        write(folder() / "tokenizer_config.json", R"({"model_max_length":1e30,"do_lower_case":true})");
        write(folder() / "sentence_bert_config.json", R"({"max_seq_length":4})");
        const auto embedder = test::must(makeOnnxEmbedder(options()));

        QVERIFY(isNear(embed(*embedder, {"A a b b b"}).at(0), {2, 8, 0}));
    }

    void aVectorOfZerosRefusesTheText()
    {
        test::TinyOnnxModel model;
        model.table = {{0, 0, 1}, {0, 0, 0}, {0, 0, 1}, {0, 0, -1}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
        write(folder() / "model.onnx", test::onnxBytes(model));
        write(folder() / "vocab.txt", kVocabulary);
        const auto embedder = test::must(makeOnnxEmbedder(options()));
        boost::asio::io_context context;

        std::vector<std::string> texts{"a"};
        const auto got =
            test::runCoroutine(context,
                               embedder->embed(texts, EmbedKind::Query, Budget::of(std::chrono::minutes{1})));

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::InvalidArgument);
    }

    void aSpentBudgetIsATimeout()
    {
        writeModel();
        const auto embedder = test::must(makeOnnxEmbedder(options()));
        boost::asio::io_context context;

        std::vector<std::string> texts{"a"};
        const auto got = test::runCoroutine(
            context, embedder->embed(texts, EmbedKind::Query, Budget::of(std::chrono::milliseconds{0})));

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Timeout);
    }

    void whatIsWrongWithAModelIsSaid_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("expected");

        test::TinyOnnxModel other;
        other.table = kTable;
        other.idsInput = "tokens";
        QTest::newRow("no network") << std::string("model.onnx") << std::string()
                                    << std::string("model.onnx is missing");
        QTest::newRow("no vocabulary")
            << std::string("vocab.txt") << std::string() << std::string("vocab.txt");
        QTest::newRow("a network of noise")
            << std::string("model.onnx") << std::string(1000, 'x') << std::string("network cannot be used");
        QTest::newRow("other inputs")
            << std::string("model.onnx") << test::onnxBytes(other) << std::string("input tokens");
        QTest::newRow("other vocabulary")
            << std::string("vocab.txt") << std::string("<s>\n</s>\n") << std::string("[PAD]");
        QTest::newRow("broken config")
            << std::string("config.json") << std::string("{") << std::string("config.json");
        QTest::newRow("other pooling")
            << std::string("1_Pooling/config.json") << std::string(R"({"pooling_mode_max_tokens":true})")
            << std::string("pooling_mode_max_tokens");
    }
    void whatIsWrongWithAModelIsSaid()
    {
        QFETCH(std::string, file);
        QFETCH(std::string, content);
        QFETCH(std::string, expected);
        writeModel();
        if (content.empty()) {
            fs::remove(folder() / file);
        } else {
            write(folder() / file, content);
        }

        const std::string why = whyNot();

        QVERIFY2(why.find(expected) != std::string::npos, why.c_str());
    }

    void aTokenBeyondTheTableIsAnErrorOfTheModel()
    {
        writeModel();
        write(folder() / "vocab.txt", kVocabulary + "c\n");
        const auto embedder = test::must(makeOnnxEmbedder(options()));
        boost::asio::io_context context;

        std::vector<std::string> texts{"c"};
        const auto got =
            test::runCoroutine(context,
                               embedder->embed(texts, EmbedKind::Query, Budget::of(std::chrono::minutes{1})));

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Upstream);
    }
};

PARLEY_TEST("onnx_embedder", OnnxEmbedderTest)
#include "onnx_embedder_test.moc"
