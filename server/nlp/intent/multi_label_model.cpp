// SPDX-License-Identifier: MIT
#include "server/nlp/intent/multi_label_model.h"

#include "server/nlp/intent/calibration.h"
#include "server/nlp/intent/intent_training.h"
#include "server/nlp/intent/linear_trainer.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace parley::server::nlp {

struct MultiLabelModel::Parts {
    TextLanguages languages;
    Vocabulary vocabulary;
    LinearModel model;
    std::vector<std::string> labels;
    Logistic probability; ///< of a score: one half at the threshold
};

namespace {

constexpr std::uint32_t kFolds = 5;
constexpr int kRounds = 12;

struct Item {
    std::string text;
    std::vector<std::string> labels;
    float weight = 1;
    std::vector<TextFeature> features;
};

struct Scored {
    double score = 0;
    bool isTrue = false;
};

std::vector<Item> itemsOf(std::span<const MultiLabelExample> examples, const TextLanguages& languages)
{
    std::vector<Item> items;
    for (const MultiLabelExample& example : examples) {
        Item item;
        item.text = std::string(readablePart(example.text));
        const std::set<std::string> sorted(example.labels.begin(), example.labels.end());
        item.labels.assign(sorted.begin(), sorted.end());
        item.weight = static_cast<float>(std::clamp(example.weight, 0.01, 100.0));
        item.features = featuresOf(item.text, languages.of(item.text));
        if (!item.features.empty()) {
            items.push_back(std::move(item));
        }
    }
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return std::tie(a.text, a.labels, a.weight) < std::tie(b.text, b.labels, b.weight);
    });
    return items;
}

std::vector<std::uint32_t> chosen(std::size_t count, std::uint32_t fold, bool inside)
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < count; ++i) {
        if ((i % kFolds == fold) == inside) {
            out.push_back(i);
        }
    }
    return out;
}

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

Logistic probabilityOf(const std::vector<Scored>& pairs)
{
    std::vector<double> own;
    std::vector<double> other;
    for (const Scored& pair : pairs) {
        (pair.isTrue ? own : other).push_back(pair.score);
    }
    Logistic fitted = fitLogistic(own, other);
    fitted.offset = -fitted.slope * bestThreshold(pairs);
    return fitted;
}

} // namespace

MultiLabelModel::MultiLabelModel(std::unique_ptr<const Parts> parts) : m_parts(std::move(parts)) {}
MultiLabelModel::~MultiLabelModel() = default;

Result<std::shared_ptr<const MultiLabelModel>>
MultiLabelModel::train(std::span<const MultiLabelExample> examples, std::uint64_t seed)
{
    Parts parts;
    std::vector<std::string_view> texts;
    for (const MultiLabelExample& example : examples) {
        texts.push_back(readablePart(example.text));
    }
    parts.languages = TextLanguages(texts);
    const std::vector<Item> items = itemsOf(examples, parts.languages);
    std::map<std::string_view, std::uint32_t> numbers;
    for (const Item& item : items) {
        for (const std::string& label : item.labels) {
            numbers[label];
        }
    }
    if (numbers.empty()) {
        return fail(ErrorCode::InvalidArgument, "There is no example sentence with words and a label.");
    }
    for (auto& [label, number] : numbers) {
        number = static_cast<std::uint32_t>(parts.labels.size());
        parts.labels.emplace_back(label);
    }
    std::vector<std::vector<TextFeature>> features;
    for (const Item& item : items) {
        features.push_back(item.features);
    }
    // Labels share their texts, so each has few of its own.
    parts.vocabulary = Vocabulary(features, 1);
    std::vector<LinearExample> vectors;
    const auto bias = static_cast<std::uint32_t>(parts.vocabulary.size());
    for (const Item& item : items) {
        LinearExample example{parts.vocabulary.trainingVector(item.features), {}, item.weight};
        example.x.add(bias, 1);
        for (const std::string& label : item.labels) {
            example.classes.push_back(numbers[label]);
        }
        vectors.push_back(std::move(example));
    }
    LinearOptions options;
    options.seed = seed;
    std::vector<Scored> pairs;
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
        LinearTrainer trainer(vectors, bias + 1, parts.labels.size(), options);
        trainer.run(chosen(items.size(), fold, false), kRounds);
        for (const std::uint32_t at : chosen(items.size(), fold, true)) {
            SparseVector x = parts.vocabulary.queryVector(items[at].features);
            x.add(bias, 1);
            const std::vector<float> scores = trainer.scores(x);
            for (std::uint32_t c = 0; c < scores.size(); ++c) {
                const auto& own = vectors[at].classes;
                pairs.push_back(
                    {static_cast<double>(scores[c]), std::find(own.begin(), own.end(), c) != own.end()});
            }
        }
    }
    parts.probability = probabilityOf(pairs);
    LinearTrainer trainer(vectors, bias + 1, parts.labels.size(), options);
    trainer.run(chosen(items.size(), kFolds, false), kRounds);
    parts.model = trainer.model();
    auto owned = std::make_unique<const Parts>(std::move(parts));
    return std::shared_ptr<const MultiLabelModel>(new MultiLabelModel(std::move(owned)));
}

std::vector<IntentGuess> MultiLabelModel::classify(std::string_view text) const
{
    const std::string_view part = readablePart(text);
    const std::vector<TextFeature> features = featuresOf(part, m_parts->languages.of(part));
    if (features.empty()) {
        return {};
    }
    SparseVector x = m_parts->vocabulary.queryVector(features);
    x.add(static_cast<std::uint32_t>(m_parts->vocabulary.size()), 1);
    const std::vector<float> scores = m_parts->model.scores(x);
    std::vector<IntentGuess> guesses;
    for (std::size_t c = 0; c < scores.size(); ++c) {
        const double probability = m_parts->probability(static_cast<double>(scores[c]));
        if (probability >= 0.5) {
            guesses.push_back({m_parts->labels[c], probability});
        }
    }
    return guesses;
}

std::vector<std::string> MultiLabelModel::labels() const
{
    return m_parts->labels;
}

} // namespace parley::server::nlp
