// SPDX-License-Identifier: MIT
#include "server/nlp/intent/intent_training.h"

#include "server/nlp/code_points.h"
#include "server/nlp/intent/background_texts.h"
#include "server/nlp/intent/label_names.h"
#include "server/nlp/intent/linear_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kMostCodePoints = 8000;
// A label's name is one more example, a sentence of everyday life a fifth of one.
constexpr float kNameWeight = 1;
constexpr float kBackgroundWeight = 0.2F;
constexpr double kSmallestWeight = 0.01;
constexpr double kLargestWeight = 100;
// An everyday sentence whose words the examples mostly know may well be theirs.
constexpr double kKnownEnough = 0.75;
// Up to so many items every one is held out once; above, one part in five is enough to calibrate.
constexpr std::size_t kManyItems = 3000;
constexpr std::uint32_t kFolds = 5;
// With few items a fifth of them is missed, and probabilities come out too small.
constexpr std::size_t kFewItems = 1000;
constexpr std::uint32_t kFoldsOfFew = 10;
constexpr int kRounds = 12;
constexpr int kRoundsBefore = 8;
constexpr int kRoundsAfter = 6;

enum class Origin { Example, Name, Background };

struct Item {
    std::string_view text;
    Origin origin = Origin::Example;
    std::uint32_t label = 0; ///< labels.size() = belongs nowhere
    float weight = 1;
    std::uint32_t fold = 0;
    std::vector<TextFeature> features;
    std::vector<float> embedding;
};

std::uint64_t foldHash(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    return hash ^ (hash >> 32);
}

class Training {
public:
    Training(std::span<const IntentExample> examples, const IntentTraining& options)
        : m_examples(examples), m_options(options)
    {}

    Result<TrainedIntents> run()
    {
        if (auto collected = collect(); !collected) {
            return fail(std::move(collected).error());
        }
        if (auto embedded = embed(); !embedded) {
            return fail(std::move(embedded).error());
        }
        buildVectors();
        learn();
        return std::move(m_trained);
    }

    /// What embed() asks for.
    Result<std::vector<std::string>> texts()
    {
        if (auto collected = collect(); !collected) {
            return fail(std::move(collected).error());
        }
        return itemTexts();
    }

private:
    Result<void> collect()
    {
        collectExamples();
        if (m_trained.labels.empty()) {
            return fail(ErrorCode::InvalidArgument, "There is no example sentence with words and a label.");
        }
        buildVocabulary();
        addBackground();
        return {};
    }

    [[nodiscard]] std::vector<std::string> itemTexts() const
    {
        std::vector<std::string> texts;
        texts.reserve(m_items.size());
        for (const Item& item : m_items) {
            texts.emplace_back(item.text);
        }
        return texts;
    }

    void collectExamples()
    {
        std::vector<std::string_view> texts;
        for (const IntentExample& example : m_examples) {
            texts.push_back(readablePart(example.text));
        }
        m_trained.languages = TextLanguages(texts);
        std::map<std::string_view, std::uint32_t> labels;
        std::vector<std::pair<Item, std::string_view>> found;
        for (std::size_t i = 0; i < m_examples.size(); ++i) {
            Item item;
            item.text = texts[i];
            item.features = featuresOf(item.text, m_trained.languages.of(item.text));
            item.weight =
                static_cast<float>(std::clamp(m_examples[i].weight, kSmallestWeight, kLargestWeight));
            if (item.features.empty() || m_examples[i].label.empty()) {
                continue;
            }
            if (!isOutOfScopeLabel(m_examples[i].label)) {
                labels[m_examples[i].label];
            }
            found.emplace_back(std::move(item), m_examples[i].label);
        }
        for (auto& [label, number] : labels) {
            number = static_cast<std::uint32_t>(m_trained.labels.size());
            m_trained.labels.emplace_back(label);
        }
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return std::tie(a.first.text, a.second, a.first.weight) <
                   std::tie(b.first.text, b.second, b.first.weight);
        });
        for (auto& [item, label] : found) {
            const auto at = labels.find(label);
            item.label = at == labels.end() ? scopeClass() : at->second;
            m_trained.hasScopeClass = m_trained.hasScopeClass || item.label == scopeClass();
            m_items.push_back(std::move(item));
        }
    }

    /// The names of the labels count as texts too.
    void buildVocabulary()
    {
        const double perLabel =
            static_cast<double>(m_items.size()) / static_cast<double>(m_trained.labels.size());
        for (std::uint32_t label = 0; label < m_trained.labels.size(); ++label) {
            m_names.push_back(labelWords(m_trained.labels[label]));
        }
        for (std::uint32_t label = 0; label < m_trained.labels.size(); ++label) {
            add(m_names[label], Origin::Name, label, kNameWeight);
        }
        std::vector<std::vector<TextFeature>> features;
        for (Item& item : m_items) {
            features.push_back(std::move(item.features));
        }
        m_trained.vocabulary = Vocabulary(features, groupShares(perLabel));
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            m_items[i].features = std::move(features[i]);
        }
    }

    void add(std::string_view text, Origin origin, std::uint32_t label, float weight)
    {
        Item item;
        item.text = text;
        item.origin = origin;
        item.label = label;
        item.weight = weight;
        item.features = featuresOf(text, m_trained.languages.of(text));
        if (!item.features.empty()) {
            m_items.push_back(std::move(item));
        }
    }

    void addBackground()
    {
        for (const std::string_view text : backgroundTexts()) {
            double known = 0;
            double all = 0;
            for (const TextFeature& feature : featuresOf(text, m_trained.languages.of(text))) {
                if (groupOf(feature.key) == FeatureGroup::Words) {
                    all += 1;
                    known += m_trained.vocabulary.knows(feature.key) ? 1 : 0;
                }
            }
            if (known < kKnownEnough * all) {
                add(text, Origin::Background, scopeClass(), kBackgroundWeight);
                m_trained.hasScopeClass = true;
            }
        }
    }

    Result<void> embed()
    {
        if (!m_options.embed) {
            return {};
        }
        const std::vector<std::string> texts = itemTexts();
        auto rows = m_options.embed(texts);
        if (!rows) {
            return fail(std::move(rows).error());
        }
        const std::size_t size = rows->empty() ? 0 : rows->front().size();
        const bool even = rows->size() == texts.size() &&
                          std::all_of(rows->begin(), rows->end(), [size](const std::vector<float>& row) {
                              return row.size() == size;
                          });
        if (!even) {
            return fail(ErrorCode::Upstream, "The embedder gave other rows than it was asked for.");
        }
        m_trained.denseSize = size;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            m_items[i].embedding = std::move((*rows)[i]);
        }
        return {};
    }

    void buildVectors()
    {
        for (const Item& item : m_items) {
            LinearExample example;
            example.x = item.origin == Origin::Background
                            ? m_trained.vocabulary.queryVector(item.features)
                            : m_trained.vocabulary.trainingVector(item.features);
            finish(example.x, item);
            example.classes.push_back(item.label);
            example.weight = item.weight;
            m_vectors.push_back(std::move(example));
        }
    }

    void finish(SparseVector& x, const Item& item) const
    {
        appendDense(x, m_trained.vocabulary.size(), item.embedding, kDenseShare);
        x.add(static_cast<std::uint32_t>(m_trained.vocabulary.size() + m_trained.denseSize), 1); // the bias
    }

    void learn()
    {
        const std::uint32_t folds = m_items.size() <= kFewItems ? kFoldsOfFew : kFolds;
        for (Item& item : m_items) { // by text, so that a repeated one is not known from another fold
            item.fold = static_cast<std::uint32_t>(foldHash(item.text) % folds);
        }
        if (m_items.size() <= kManyItems) {
            for (std::uint32_t fold = 0; fold < folds; ++fold) {
                LinearTrainer trainer = newTrainer();
                trainer.run(itemsOf(fold, false), kRounds);
                holdOut(trainer, fold);
            }
        }
        LinearTrainer trainer = newTrainer();
        if (m_items.size() > kManyItems) {
            trainer.run(itemsOf(0, false), kRoundsBefore);
            holdOut(trainer, 0);
            trainer.run(itemsOf(folds, false), kRoundsAfter);
        } else {
            trainer.run(itemsOf(folds, false), kRounds);
        }
        m_trained.model = trainer.model();
        m_trained.sharpness = fitSharpness(m_heldOut);
        m_trained.scope = fitLogistic(m_inside, m_outside);
    }

    [[nodiscard]] LinearTrainer newTrainer() const
    {
        LinearOptions options;
        options.seed = m_options.seed;
        return {m_vectors,
                m_trained.vocabulary.size() + m_trained.denseSize + 1,
                m_trained.labels.size() + (m_trained.hasScopeClass ? 1U : 0U),
                options};
    }

    /// Those of a fold, or all others. Names are never held out: nobody asks by them.
    [[nodiscard]] std::vector<std::uint32_t> itemsOf(std::uint32_t fold, bool inside) const
    {
        std::vector<std::uint32_t> chosen;
        for (std::uint32_t i = 0; i < m_items.size(); ++i) {
            const bool belongs = m_items[i].origin != Origin::Name && m_items[i].fold == fold;
            if (belongs == inside) {
                chosen.push_back(i);
            }
        }
        return chosen;
    }

    void holdOut(const LinearTrainer& trainer, std::uint32_t fold)
    {
        const std::size_t labels = m_trained.labels.size();
        for (const std::uint32_t at : itemsOf(fold, true)) {
            const Item& item = m_items[at];
            SparseVector x = m_trained.vocabulary.queryVector(item.features);
            finish(x, item);
            std::vector<float> scores = trainer.scores(x);
            if (item.label == scopeClass()) {
                m_outside.push_back(m_trained.scopeScore(scores, kNoLabel));
                continue;
            }
            m_inside.push_back(m_trained.scopeScore(scores, kNoLabel));
            if (labels > 1) { // as if its own label did not exist
                m_outside.push_back(m_trained.scopeScore(scores, item.label));
            }
            scores.resize(labels);
            m_heldOut.push_back({std::move(scores), item.label, item.weight});
        }
    }

    [[nodiscard]] std::uint32_t scopeClass() const
    {
        return static_cast<std::uint32_t>(m_trained.labels.size());
    }

    std::span<const IntentExample> m_examples;
    const IntentTraining& m_options;
    TrainedIntents m_trained;
    std::vector<std::string> m_names;
    std::vector<Item> m_items;
    std::vector<LinearExample> m_vectors;
    std::vector<HeldOutScores> m_heldOut;
    std::vector<double> m_inside;
    std::vector<double> m_outside;
};

} // namespace

double TrainedIntents::scopeScore(const std::vector<float>& scores, std::size_t without) const
{
    double best = -2; // below what any trained score gets
    for (std::size_t i = 0; i < labels.size(); ++i) {
        best = i == without ? best : std::max(best, static_cast<double>(scores[i]));
    }
    return hasScopeClass ? best - static_cast<double>(scores[labels.size()]) : best;
}

std::string_view readablePart(std::string_view text)
{
    if (text.size() <= kMostCodePoints) {
        return text;
    }
    std::size_t at = 0;
    for (std::size_t count = 0; count < kMostCodePoints && at < text.size(); ++count) {
        decodeAt(text, at);
    }
    return text.substr(0, at);
}

Result<TrainedIntents> trainIntents(std::span<const IntentExample> examples, const IntentTraining& options)
{
    return Training(examples, options).run();
}

Result<std::vector<std::string>> textsOfTraining(std::span<const IntentExample> examples)
{
    const IntentTraining options;
    return Training(examples, options).texts();
}

} // namespace parley::server::nlp
