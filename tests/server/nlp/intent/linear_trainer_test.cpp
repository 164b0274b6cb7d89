// SPDX-License-Identifier: MIT
#include "server/nlp/intent/linear_trainer.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <numeric>

using namespace parley::server::nlp;

namespace {

LinearExample example(std::vector<std::pair<std::uint32_t, float>> features,
                      std::vector<std::uint32_t> classes)
{
    LinearExample made;
    for (const auto& [index, value] : features) {
        made.x.add(index, value);
    }
    made.classes = std::move(classes);
    return made;
}

std::vector<std::uint32_t> all(const std::vector<LinearExample>& examples)
{
    std::vector<std::uint32_t> chosen(examples.size());
    std::iota(chosen.begin(), chosen.end(), 0U);
    return chosen;
}

} // namespace

class LinearTrainerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneExampleIsSolvedExactly()
    {
        // min w^2/2 + C*p*max(0, 1 - w)^2 with C = 1, p = 4: w = 2*C*p / (1 + 2*C*p)
        const std::vector<LinearExample> examples{example({{0, 1.0F}}, {0})};
        LinearTrainer trainer(examples, 1, 1, {});
        trainer.run(all(examples), 50);

        QVERIFY(std::fabs(trainer.scores(examples[0].x).at(0) - 8.0F / 9.0F) < 0.01F);
    }

    void classesArePartedAndSeveralAtOnceAreLearnt()
    {
        std::vector<LinearExample> examples;
        for (std::uint32_t i = 0; i < 30; ++i) { // feature c says class c; feature 11 is noise
            const std::uint32_t c = i % 10;
            examples.push_back(example({{c, 0.8F}, {11, 0.6F}}, {c}));
            examples.push_back(example({{c, 0.6F}, {(c + 1) % 10, 0.6F}}, {c, (c + 1) % 10}));
        }
        examples.push_back(example({{11, 1.0F}}, {}));
        LinearTrainer trainer(examples, 12, 10, {});
        trainer.run(all(examples), 100);

        for (const LinearExample& one : examples) {
            const std::vector<float> scores = trainer.scores(one.x);
            for (std::uint32_t c = 0; c < 10; ++c) {
                const bool own = std::find(one.classes.begin(), one.classes.end(), c) != one.classes.end();
                QCOMPARE(scores[c] > 0, own);
            }
        }
    }

    void modelOfBytesScoresLikeTheTrainer()
    {
        std::vector<LinearExample> examples;
        for (std::uint32_t i = 0; i < 40; ++i) {
            examples.push_back(example({{i % 13, 0.7F}, {(i * 7) % 13 + 13, 0.7F}}, {i % 9}));
        }
        LinearTrainer trainer(examples, 26, 9, {});
        trainer.run(all(examples), 20);
        const LinearModel model = trainer.model();

        for (const LinearExample& one : examples) {
            const std::vector<float> exact = trainer.scores(one.x);
            const std::vector<float> coarse = model.scores(one.x);
            QCOMPARE(coarse.size(), std::size_t{9});
            for (std::size_t c = 0; c < 9; ++c) {
                QVERIFY(std::fabs(exact[c] - coarse[c]) < 0.02F);
            }
        }
    }

    void sameSeedGivesTheSameModel()
    {
        std::vector<LinearExample> examples;
        for (std::uint32_t i = 0; i < 20; ++i) {
            examples.push_back(example({{i % 5, 1.0F}, {5, 0.5F}}, {i % 3}));
        }
        LinearTrainer one(examples, 6, 3, {});
        LinearTrainer other(examples, 6, 3, {});
        one.run(all(examples), 5);
        other.run(all(examples), 5);

        QCOMPARE(one.scores(examples[0].x), other.scores(examples[0].x));
    }
};

PARLEY_TEST("linear_trainer", LinearTrainerTest)

#include "linear_trainer_test.moc"
