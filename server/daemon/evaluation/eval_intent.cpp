// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_intent.h"

#include "server/daemon/evaluation/text_vectors.h"
#include "server/daemon/evaluation/tsv.h"
#include "server/nlp/intent/intent_model.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <set>

namespace parley::server::daemon::evaluation {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kTextsAtOnce = 64;

struct Item {
    std::string text;
    std::string label;
    bool outside = false; ///< belongs to no label
    nlp::IntentResult result;

    [[nodiscard]] std::string predicted() const
    {
        return result.guesses.empty() ? std::string() : result.guesses[0].label;
    }
    [[nodiscard]] double probability() const
    {
        return result.guesses.empty() ? 0 : result.guesses[0].probability;
    }
};

Result<std::vector<Item>> readItems(const std::string& file, std::size_t columns)
{
    auto rows = readTsv(file, columns);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    std::vector<Item> items;
    for (std::vector<std::string>& row : *rows) {
        Item item;
        item.label = columns > 1 ? row.back() : "oos";
        item.outside = columns == 1 || nlp::isOutOfScopeLabel(item.label);
        item.text = std::move(row.front());
        items.push_back(std::move(item));
    }
    return items;
}

std::uint64_t nextRandom(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15; // splitmix64
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

/// `shots` lines of each label, drawn by the seed; all of a label that has fewer.
std::vector<nlp::IntentExample> drawn(const std::vector<Item>& items, int shots, int seed)
{
    std::map<std::string, std::vector<std::string>> byLabel;
    for (const Item& item : items) {
        byLabel[item.label].push_back(item.text);
    }
    auto random = static_cast<std::uint64_t>(seed);
    std::vector<nlp::IntentExample> examples;
    for (auto& [label, texts] : byLabel) {
        std::sort(texts.begin(), texts.end());
        for (std::size_t i = texts.size(); i > 1; --i) {
            std::swap(texts[i - 1], texts[nextRandom(random) % i]);
        }
        const std::size_t count =
            shots == 0 ? texts.size() : std::min(texts.size(), static_cast<std::size_t>(shots));
        for (std::size_t i = 0; i < count; ++i) {
            examples.push_back({std::move(texts[i]), label, 1});
        }
    }
    return examples;
}

double macroF1(const std::vector<Item>& items)
{
    struct Counts {
        double right = 0;
        double gold = 0;
        double given = 0;
    };
    std::map<std::string, Counts> counts;
    for (const Item& item : items) {
        if (!item.outside) {
            counts[item.label].gold += 1;
            counts[item.predicted()].given += 1;
            counts[item.label].right += item.predicted() == item.label ? 1 : 0;
        }
    }
    double sum = 0;
    for (const auto& [label, count] : counts) {
        sum += 2 * count.right / (count.gold + count.given);
    }
    return counts.empty() ? 0 : sum / static_cast<double>(counts.size());
}

/// Expected calibration error in 15 bins of equal width.
double calibrationError(const std::vector<Item>& items)
{
    constexpr std::size_t kBins = 15;
    std::array<double, kBins> gap{};
    double count = 0;
    for (const Item& item : items) {
        if (!item.outside) {
            const auto bin = static_cast<std::size_t>(item.probability() * kBins);
            gap[std::min(bin, kBins - 1)] += item.probability() - (item.predicted() == item.label ? 1 : 0);
            count += 1;
        }
    }
    double sum = 0;
    for (const double one : gap) {
        sum += std::fabs(one);
    }
    return count > 0 ? sum / count : 0;
}

/// The chance that an item in scope has a higher score than one out of it; a tie is half a chance.
nlohmann::ordered_json auroc(const std::vector<Item>& items)
{
    std::vector<std::pair<double, bool>> scores;
    for (const Item& item : items) {
        scores.emplace_back(item.result.inScope, item.outside);
    }
    std::sort(scores.begin(), scores.end());
    double below = 0;
    double wins = 0;
    double inside = 0;
    for (std::size_t begin = 0; begin < scores.size();) {
        std::size_t end = begin;
        double outsideHere = 0;
        for (; end < scores.size() && scores[end].first == scores[begin].first; ++end) {
            outsideHere += scores[end].second ? 1 : 0;
        }
        const double insideHere = static_cast<double>(end - begin) - outsideHere;
        wins += insideHere * (below + outsideHere / 2);
        below += outsideHere;
        inside += insideHere;
        begin = end;
    }
    if (below <= 0 || inside <= 0) {
        return nullptr;
    }
    return wins / below / inside;
}

double accuracy(const std::vector<Item>& items)
{
    double right = 0;
    double count = 0;
    for (const Item& item : items) {
        count += item.outside ? 0 : 1;
        right += !item.outside && item.predicted() == item.label ? 1 : 0;
    }
    return count > 0 ? right / count : 0;
}

std::string line(const Item& item)
{
    std::array<char, 64> figures{};
    std::snprintf(figures.data(), figures.size(), "%.6f\t%.6f", item.probability(), item.result.inScope);
    return column(item.text) + '\t' + column(item.outside ? "oos" : item.label) + '\t' +
           column(item.predicted()) + '\t' + figures.data();
}

/// A vector for each text, asked for in batches that any embedder takes.
Result<std::vector<nlp::Embedding>> embedded(const TextVectors& vectorsOf, std::span<const std::string> texts)
{
    std::vector<nlp::Embedding> all;
    for (std::size_t at = 0; at < texts.size(); at += kTextsAtOnce) {
        const auto some = texts.subspan(at, std::min(kTextsAtOnce, texts.size() - at));
        auto vectors = vectorsOf({some.begin(), some.end()}, nlp::EmbedKind::Query);
        if (!vectors) {
            return vectors;
        }
        std::move(vectors->begin(), vectors->end(), std::back_inserter(all));
    }
    return all;
}

/// @param vectorsOf  empty: the words alone decide. Making them is not in the time of a query
Result<Report> measured(const nlp::IntentModel& model, const TextVectors& vectorsOf, std::vector<Item> items)
{
    std::vector<nlp::Embedding> vectors(items.size());
    if (vectorsOf) {
        std::vector<std::string> texts;
        for (const Item& item : items) {
            texts.push_back(item.text);
        }
        auto made = embedded(vectorsOf, texts);
        if (!made || made->size() != items.size()) {
            return made ? fail(ErrorCode::Upstream, "The embedder answered with another number of vectors.")
                        : Result<Report>(fail(std::move(made).error()));
        }
        vectors = *std::move(made);
    }
    const auto begin = Clock::now();
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].result = model.classify(items[i].text, vectors[i]);
    }
    const std::chrono::duration<double, std::micro> elapsed = Clock::now() - begin;
    std::stable_partition(items.begin(), items.end(), [](const Item& item) { return !item.outside; });
    const auto outside =
        std::count_if(items.begin(), items.end(), [](const Item& item) { return item.outside; });
    Report report;
    report.figures["accuracy"] = accuracy(items);
    report.figures["macro_f1"] = macroF1(items);
    report.figures["ece"] = calibrationError(items);
    report.figures["oos_auroc"] = auroc(items);
    report.figures["us_per_query"] =
        items.empty() ? 0.0 : elapsed.count() / static_cast<double>(items.size());
    report.figures["test_examples"] = items.size() - static_cast<std::size_t>(outside);
    report.figures["oos_examples"] = outside;
    for (const Item& item : items) {
        report.predictions.push_back(line(item));
    }
    return report;
}

Result<std::vector<Item>> readTest(const Options& options)
{
    const auto file = options.required("test");
    if (!file) {
        return fail(file.error());
    }
    auto items = readItems(*file, 2);
    if (!items) {
        return fail(std::move(items).error());
    }
    if (const auto oos = options.find("oos")) {
        auto outside = readItems(*oos, 1);
        if (!outside) {
            return fail(std::move(outside).error());
        }
        std::move(outside->begin(), outside->end(), std::back_inserter(*items));
    }
    return items;
}

Result<Report> run(const Options& options)
{
    constexpr int kMost = 1'000'000'000;
    const auto file = options.required("train");
    const auto shots = options.number("shots", 0, kMost, 0);
    const auto seed = options.number("seed", 0, kMost, 1);
    for (const auto* option : {&shots, &seed}) {
        if (!*option) {
            return fail(option->error());
        }
    }
    if (!file) {
        return fail(file.error());
    }
    const auto lines = readItems(*file, 2);
    if (!lines) {
        return fail(lines.error());
    }
    auto test = readTest(options);
    if (!test) {
        return fail(std::move(test).error());
    }
    const std::vector<nlp::IntentExample> examples = drawn(*lines, *shots, *seed);
    nlp::IntentTraining training;
    training.seed = static_cast<std::uint64_t>(*seed);
    TextVectors vectorsOf;
    if (const auto spec = options.find("embedder")) {
        auto opened = openTextVectors(*spec);
        if (!opened) {
            return fail(std::move(opened).error());
        }
        vectorsOf = *std::move(opened);
        training.embed = [&](std::span<const std::string> texts) { return embedded(vectorsOf, texts); };
    }
    const auto begin = Clock::now();
    const auto model = nlp::IntentModel::train(examples, training);
    const std::chrono::duration<double> elapsed = Clock::now() - begin;
    if (!model) {
        return fail(model.error());
    }
    auto report = measured(**model, vectorsOf, *std::move(test));
    if (!report) {
        return report;
    }
    report->figures["train_examples"] = examples.size();
    report->figures["labels"] = (*model)->labels().size();
    report->figures["train_seconds"] = elapsed.count();
    report->figures["model_megabytes"] = static_cast<double>((*model)->bytes()) / 1e6;
    return report;
}

} // namespace

Evaluation intentEvaluation()
{
    return {"intent",
            "Trains the intent classifier on T and measures it on U; what O holds belongs nowhere.",
            "--train T.tsv --test U.tsv [--oos O.tsv] [--shots N] [--seed S] [--embedder SPEC]",
            {"train", "test", "oos", "shots", "seed", "embedder"},
            &run};
}

} // namespace parley::server::daemon::evaluation
