// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_sentiment.h"

#include "server/daemon/evaluation/tsv.h"
#include "server/nlp/sentiment/sentiment.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace parley::server::daemon::evaluation {
namespace {

struct Item {
    std::string id;
    double rating = 0;
    std::string text;
    nlp::Sentiment found;
};

std::optional<double> numberOf(const std::string& text)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    const bool isWhole = end != text.c_str() && *end == '\0' && std::isfinite(value);
    return isWhole ? std::optional(value) : std::nullopt;
}

/// Lines of id, rating and text, or of rating and text.
Result<std::vector<Item>> readItems(const std::string& file)
{
    auto rows = readTsv(file, 2);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    std::vector<Item> items;
    for (const std::vector<std::string>& row : *rows) {
        const std::size_t ratingAt = row.size() > 2 ? 1 : 0;
        const auto rating = numberOf(row[ratingAt]);
        if (!rating) {
            return fail(ErrorCode::Malformed,
                        file + ", text " + std::to_string(items.size() + 1) + ": \"" + row[ratingAt] +
                            "\" is not a rating, which is a number.");
        }
        Item item;
        item.id = ratingAt > 0 ? row[0] : std::to_string(items.size() + 1);
        item.rating = *rating;
        item.text = row[ratingAt + 1];
        items.push_back(std::move(item));
    }
    if (items.empty()) {
        return fail(ErrorCode::Malformed, file + " has no texts.");
    }
    return items;
}

/// Pearson's coefficient; 0 where one side never changes.
template <class Value>
double pearson(const std::vector<Item>& items, Value&& value)
{
    const double count = static_cast<double>(items.size());
    double meanOfValues = 0;
    double meanOfRatings = 0;
    for (const Item& item : items) {
        meanOfValues += value(item) / count;
        meanOfRatings += item.rating / count;
    }
    double both = 0;
    double values = 0;
    double ratings = 0;
    for (const Item& item : items) {
        const double a = value(item) - meanOfValues;
        const double b = item.rating - meanOfRatings;
        both += a * b;
        values += a * a;
        ratings += b * b;
    }
    return values > 0 && ratings > 0 ? both / std::sqrt(values * ratings) : 0;
}

/// Share of the texts rated good or bad whose score has the same sign.
double signAccuracy(const std::vector<Item>& items)
{
    std::size_t rated = 0;
    std::size_t right = 0;
    for (const Item& item : items) {
        rated += item.rating != 0 ? 1U : 0U;
        right += item.rating * item.found.score > 0 ? 1U : 0U;
    }
    return rated > 0 ? static_cast<double>(right) / static_cast<double>(rated) : 0;
}

std::string prediction(const Item& item)
{
    std::array<char, 64> numbers{};
    std::snprintf(numbers.data(), numbers.size(), "\t%g\t%.6f", item.rating, item.found.score);
    return column(item.id) + numbers.data();
}

Result<Report> run(const Options& options)
{
    auto file = options.required("data");
    if (!file) {
        return fail(std::move(file).error());
    }
    auto items = readItems(*file);
    if (!items) {
        return fail(std::move(items).error());
    }
    static_cast<void>(nlp::sentiment("The lexicon is read once.")); // not part of a text's time
    const auto begin = std::chrono::steady_clock::now();
    for (Item& item : *items) {
        item.found = nlp::sentimentOf(item.text);
    }
    const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - begin;
    Report report;
    report.figures["pearson"] = pearson(*items, [](const Item& item) { return item.found.score; });
    report.figures["sign_accuracy"] = signAccuracy(*items);
    report.figures["vader_pearson"] = pearson(*items, [](const Item& item) { return item.found.vader; });
    report.figures["items"] = items->size();
    report.figures["us_per_text"] = spent.count() / static_cast<double>(items->size());
    for (const Item& item : *items) {
        report.predictions.push_back(prediction(item));
    }
    return report;
}

} // namespace

Evaluation sentimentEvaluation()
{
    return {
        "sentiment",
        "Sentiment of rated texts (TSV: id, rating, text; or rating, text). Predictions: id, rating, score.",
        "--data S.tsv",
        {"data"},
        &run};
}

} // namespace parley::server::daemon::evaluation
