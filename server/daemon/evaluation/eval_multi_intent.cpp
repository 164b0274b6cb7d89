// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_multi_intent.h"

#include "server/daemon/evaluation/tsv.h"
#include "server/nlp/intent/multi_label_model.h"
#include "shared/core/text.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>

namespace parley::server::daemon::evaluation {
namespace {

using Clock = std::chrono::steady_clock;
using Labels = std::set<std::string>;
using Classifier = std::function<Labels(std::string_view text)>;

struct Item {
    std::string text;
    Labels labels;
};

Labels labelsOf(std::string_view list)
{
    Labels labels;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        if (const auto label = trimmed(list.substr(begin, end - begin)); !label.empty()) {
            labels.emplace(label);
        }
        begin = end + 1;
    }
    return labels;
}

std::string joined(const Labels& labels)
{
    std::string out;
    for (const std::string& label : labels) {
        out += (out.empty() ? "" : ",") + label;
    }
    return out;
}

Result<std::vector<Item>> readItems(const Options& options, std::string_view name)
{
    const auto file = options.required(name);
    if (!file) {
        return fail(file.error());
    }
    auto rows = readTsv(*file, 2);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    std::vector<Item> items;
    for (const std::vector<std::string>& row : *rows) {
        items.push_back({row.front(), labelsOf(row.back())});
    }
    return items;
}

/// How the training file writes "nothing of ours": a name such as "none"; empty where it does not.
std::string nothingLabel(const std::vector<Item>& items)
{
    for (const Item& item : items) {
        if (item.labels.size() == 1 && nlp::isOutOfScopeLabel(*item.labels.begin())) {
            return *item.labels.begin();
        }
    }
    return {};
}

Result<Classifier> bySets(const std::vector<Item>& items, int seed)
{
    std::vector<nlp::MultiLabelExample> examples;
    for (const Item& item : items) {
        examples.push_back({item.text, {item.labels.begin(), item.labels.end()}, 1});
    }
    auto model = nlp::MultiLabelModel::train(examples, static_cast<std::uint64_t>(seed));
    if (!model) {
        return fail(std::move(model).error());
    }
    return [model = *std::move(model), nothing = nothingLabel(items)](std::string_view text) {
        Labels labels;
        for (const nlp::IntentGuess& guess : model->classify(text)) {
            labels.insert(guess.label);
        }
        if (labels.size() > 1) {
            labels.erase(nothing);
        } else if (labels.empty() && !nothing.empty()) {
            labels.insert(nothing);
        }
        return labels;
    };
}

Result<Classifier> byParts(const std::vector<Item>& items, int seed)
{
    std::vector<nlp::IntentExample> examples;
    for (const Item& item : items) {
        examples.push_back({item.text, item.labels.empty() ? "none" : *item.labels.begin(), 1});
    }
    nlp::IntentTraining training;
    training.seed = static_cast<std::uint64_t>(seed);
    auto model = nlp::IntentModel::train(examples, training);
    if (!model) {
        return fail(std::move(model).error());
    }
    return [model = *std::move(model), nothing = nothingLabel(items)](std::string_view text) {
        Labels labels;
        for (const nlp::IntentGuess& guess : nlp::classifyParts(*model, text).intents) {
            labels.insert(guess.label);
        }
        if (labels.empty() && !nothing.empty()) {
            labels.insert(nothing);
        }
        return labels;
    };
}

struct Counts {
    double right = 0;
    double gold = 0;
    double given = 0;

    void add(const Labels& truth, const Labels& predicted, bool withNothing)
    {
        const auto counts = [withNothing](const std::string& label) {
            return withNothing || !nlp::isOutOfScopeLabel(label);
        };
        for (const std::string& label : truth) {
            gold += counts(label) ? 1 : 0;
            right += counts(label) && predicted.contains(label) ? 1 : 0;
        }
        for (const std::string& label : predicted) {
            given += counts(label) ? 1 : 0;
        }
    }

    [[nodiscard]] double f1() const { return gold + given > 0 ? 2 * right / (gold + given) : 0; }
};

Report measured(const Classifier& classify, const std::vector<Item>& items)
{
    Report report;
    Counts all;
    Counts named;
    double exact = 0;
    std::chrono::duration<double, std::micro> elapsed{0};
    for (const Item& item : items) {
        const auto begin = Clock::now();
        const Labels predicted = classify(item.text);
        elapsed += Clock::now() - begin;
        all.add(item.labels, predicted, true);
        named.add(item.labels, predicted, false);
        exact += predicted == item.labels ? 1 : 0;
        report.predictions.push_back(column(item.text) + '\t' + joined(item.labels) + '\t' +
                                     joined(predicted));
    }
    const double count = std::max(1.0, static_cast<double>(items.size()));
    report.figures["micro_f1"] = all.f1();
    report.figures["exact_match"] = exact / count;
    report.figures["precision"] = all.given > 0 ? all.right / all.given : 0;
    report.figures["recall"] = all.gold > 0 ? all.right / all.gold : 0;
    report.figures["micro_f1_without_none"] = named.f1();
    report.figures["us_per_query"] = elapsed.count() / count;
    report.figures["test_examples"] = items.size();
    return report;
}

Result<Report> run(const Options& options)
{
    const auto seed = options.number("seed", 0, 1'000'000'000, 1);
    if (!seed) {
        return fail(seed.error());
    }
    const auto train = readItems(options, "train");
    if (!train) {
        return fail(train.error());
    }
    const auto test = readItems(options, "test");
    if (!test) {
        return fail(test.error());
    }
    const bool hasSets =
        std::any_of(train->begin(), train->end(), [](const Item& item) { return item.labels.size() > 1; });
    const auto begin = Clock::now();
    const auto classifier = hasSets ? bySets(*train, *seed) : byParts(*train, *seed);
    const std::chrono::duration<double> elapsed = Clock::now() - begin;
    if (!classifier) {
        return fail(classifier.error());
    }
    Report report = measured(*classifier, *test);
    report.figures["train_examples"] = train->size();
    report.figures["train_seconds"] = elapsed.count();
    report.figures["method"] = hasSets ? "label sets" : "parts";
    return report;
}

} // namespace

Evaluation multiIntentEvaluation()
{
    return {"multi-intent",
            "Several intents in one text: labels are comma-separated, a line may have none.",
            "--train T.tsv --test U.tsv [--seed S]",
            {"train", "test", "seed"},
            &run};
}

} // namespace parley::server::daemon::evaluation
