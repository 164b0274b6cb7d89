// SPDX-License-Identifier: MIT
#include "server/nlp/intent/multi_label_training.h"

#include "server/nlp/intent/intent_training.h"
#include "server/nlp/intent/label_names.h"
#include "server/nlp/intent/linear_trainer.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace parley::server::nlp {
namespace {

constexpr std::uint32_t kFolds = 5;
constexpr int kRounds = 12;
// Twice that of single labels: a label shows in one word of many, so its weight must be allowed to grow.
constexpr double kCost = 2;
constexpr double kSmallestWeight = 0.01;
constexpr double kLargestWeight = 100;

struct Item {
    std::string text;
    std::vector<std::string> labels; ///< sorted
    float weight = 1;
    std::vector<TextFeature> features;
};

struct Scored {
    double score = 0;
    bool isTrue = false;
};

/// The score from which on labels are given, so that micro-F1 is greatest on what was held out.
double bestThreshold(std::vector<Scored> pairs)
{
    std::sort(pairs.begin(), pairs.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
    const auto all = static_cast<double>(
        std::count_if(pairs.begin(), pairs.end(), [](const Scored& pair) { return pair.isTrue; }));
    double right = 0;
    double best = -1;
    double threshold = 0;
    for (std::size_t given = 1; given <= pairs.size(); ++given) {
        right += pairs[given - 1].isTrue ? 1 : 0;
        const double f1 = 2 * right / (static_cast<double>(given) + all);
        if (f1 > best) {
            best = f1;
            const double next = given < pairs.size() ? pairs[given].score : pairs[given - 1].score;
            threshold = (pairs[given - 1].score + next) / 2;
        }
    }
    return threshold;
}

class Training {
public:
    explicit Training(std::uint64_t seed) { m_options = {seed, kCost, m_options.positiveWeight}; }

    Result<TrainedLabels> run(std::span<const MultiLabelExample> examples)
    {
        collect(examples);
        if (m_trained.labels.empty()) {
            return fail(ErrorCode::InvalidArgument, "There is no example sentence with words and a label.");
        }
        m_examples = m_items.size();
        for (const std::string& label : m_trained.labels) {
            addNames(label);
        }
        buildVectors();
        learn();
        return std::move(m_trained);
    }

private:
    void collect(std::span<const MultiLabelExample> examples)
    {
        std::vector<std::string_view> texts;
        for (const MultiLabelExample& example : examples) {
            texts.push_back(readablePart(example.text));
        }
        m_trained.languages = TextLanguages(texts);
        std::set<std::string> labels;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const std::set<std::string> own(examples[i].labels.begin(), examples[i].labels.end());
            const double weight = std::clamp(examples[i].weight, kSmallestWeight, kLargestWeight);
            if (add(texts[i], {own.begin(), own.end()}, static_cast<float>(weight))) {
                labels.insert(own.begin(), own.end());
            }
        }
        std::sort(m_items.begin(), m_items.end(), [](const Item& a, const Item& b) {
            return std::tie(a.text, a.labels, a.weight) < std::tie(b.text, b.labels, b.weight);
        });
        m_trained.labels.assign(labels.begin(), labels.end());
        for (std::uint32_t i = 0; i < m_trained.labels.size(); ++i) {
            m_numbers[m_trained.labels[i]] = i;
        }
    }

    bool add(std::string_view text, std::vector<std::string> labels, float weight)
    {
        Item item{std::string(text),
                  std::move(labels),
                  weight,
                  featuresOf(text, m_trained.languages.of(text))};
        if (item.features.empty()) {
            return false;
        }
        m_items.push_back(std::move(item));
        return true;
    }

    /// The name of a label and each word of it are examples: such labels are often called as their word.
    void addNames(const std::string& label)
    {
        const std::string name = labelWords(label);
        add(name, {label}, 1);
        for (std::size_t begin = 0; begin < name.size();) {
            const std::size_t end = std::min(name.find(' ', begin), name.size());
            if (end - begin < name.size()) {
                add(std::string_view(name).substr(begin, end - begin), {label}, 1);
            }
            begin = end + 1;
        }
    }

    void buildVectors()
    {
        std::vector<std::vector<TextFeature>> features;
        for (const Item& item : m_items) {
            features.push_back(item.features);
        }
        m_trained.vocabulary = Vocabulary(features, groupSharesOfSets());
        for (const Item& item : m_items) {
            LinearExample example{m_trained.vocabulary.trainingVector(item.features), {}, item.weight};
            example.x.add(bias(), 1);
            for (const std::string& label : item.labels) {
                example.classes.push_back(m_numbers[label]);
            }
            m_vectors.push_back(std::move(example));
        }
    }

    void learn()
    {
        std::vector<Scored> pairs;
        for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
            LinearTrainer trainer = newTrainer();
            trainer.run(chosen(fold, false), kRounds);
            for (const std::uint32_t at : chosen(fold, true)) {
                holdOut(trainer, at, pairs);
            }
        }
        std::vector<double> own;
        std::vector<double> other;
        for (const Scored& pair : pairs) {
            (pair.isTrue ? own : other).push_back(pair.score);
        }
        m_trained.probability = fitLogistic(own, other);
        m_trained.probability.offset = -m_trained.probability.slope * bestThreshold(std::move(pairs));
        LinearTrainer trainer = newTrainer();
        trainer.run(chosen(kFolds, false), kRounds);
        m_trained.model = trainer.model();
    }

    void holdOut(const LinearTrainer& trainer, std::uint32_t at, std::vector<Scored>& pairs) const
    {
        SparseVector x = m_trained.vocabulary.queryVector(m_items[at].features);
        x.add(bias(), 1);
        const std::vector<float> scores = trainer.scores(x);
        const std::vector<std::uint32_t>& own = m_vectors[at].classes;
        for (std::uint32_t c = 0; c < scores.size(); ++c) {
            const bool isTrue = std::find(own.begin(), own.end(), c) != own.end();
            pairs.push_back({static_cast<double>(scores[c]), isTrue});
        }
    }

    /// Those of a fold, or all others; names are never held out.
    [[nodiscard]] std::vector<std::uint32_t> chosen(std::uint32_t fold, bool inside) const
    {
        std::vector<std::uint32_t> out;
        for (std::uint32_t i = 0; i < m_items.size(); ++i) {
            if ((i < m_examples && i % kFolds == fold) == inside) {
                out.push_back(i);
            }
        }
        return out;
    }

    [[nodiscard]] LinearTrainer newTrainer() const
    {
        return {m_vectors, bias() + std::size_t{1}, m_trained.labels.size(), m_options};
    }

    [[nodiscard]] std::uint32_t bias() const
    {
        return static_cast<std::uint32_t>(m_trained.vocabulary.size());
    }

    LinearOptions m_options;
    TrainedLabels m_trained;
    std::map<std::string, std::uint32_t> m_numbers;
    std::vector<Item> m_items; ///< the examples, behind them the names
    std::size_t m_examples = 0;
    std::vector<LinearExample> m_vectors;
};

} // namespace

Result<TrainedLabels> trainLabels(std::span<const MultiLabelExample> examples, std::uint64_t seed)
{
    return Training(seed).run(examples);
}

} // namespace parley::server::nlp
