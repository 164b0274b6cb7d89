// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_classes.h"

#include "server/daemon/evaluation/tsv.h"
#include "server/nlp/classes/shipped_classes.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace parley::server::daemon::evaluation {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::array<std::string_view, 4> kRouter{"faq", "complaint", "account", "unknown"};
constexpr std::array<std::string_view, 3> kCategories{"technical", "billing", "general"};
constexpr std::array<std::string_view, 2> kFormOnly{"feedback", "bug_report"};

template <class List>
bool contains(const List& list, const std::string& label)
{
    return std::find(list.begin(), list.end(), label) != list.end();
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    std::replace(text.begin(), text.end(), ' ', '_');
    return text;
}

struct Item {
    std::string text;
    std::string gold; ///< lower case
};

Result<std::vector<Item>> readItems(const std::string& file)
{
    const auto rows = readTsv(file, 2);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Item> items;
    for (const std::vector<std::string>& row : *rows) {
        Item item{row[0], lowered(row[1])};
        if (items.empty() && item.gold == "label") {
            continue; // a line of titles
        }
        if (!contains(kRouter, item.gold) && !contains(kCategories, item.gold) &&
            !contains(kFormOnly, item.gold)) {
            return fail(ErrorCode::InvalidArgument, "\"" + row[1] + "\" is none of the shipped classes.");
        }
        items.push_back(std::move(item));
    }
    return items;
}

struct Counts {
    std::size_t gold = 0;
    std::size_t predicted = 0;
    std::size_t right = 0;
};

double f1(const Counts& counts)
{
    const std::size_t sum = counts.gold + counts.predicted;
    return sum == 0 ? 0.0 : 2.0 * static_cast<double>(counts.right) / static_cast<double>(sum);
}

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void write(const std::map<std::string, Counts>& byClass, nlohmann::ordered_json& figures)
{
    std::size_t items = 0;
    std::size_t right = 0;
    std::size_t classes = 0;
    double sum = 0;
    auto rows = nlohmann::ordered_json::object();
    for (const auto& [label, counts] : byClass) {
        items += counts.gold;
        right += counts.right;
        if (counts.gold > 0) {
            ++classes;
            sum += f1(counts);
        }
        rows[label] = {{"items", counts.gold},
                       {"precision", ratio(counts.right, counts.predicted)},
                       {"recall", ratio(counts.right, counts.gold)},
                       {"f1", f1(counts)}};
    }
    figures["items"] = items;
    figures["accuracy"] = ratio(right, items);
    figures["macro_f1"] = classes == 0 ? 0.0 : sum / static_cast<double>(classes);
    figures["by_class"] = std::move(rows);
}

Result<Report> run(const Options& options)
{
    const auto file = options.required("test");
    if (!file) {
        return fail(file.error());
    }
    const auto items = readItems(*file);
    if (!items) {
        return fail(items.error());
    }
    // A file without the form's own categories is one of the three that every ticket has.
    const bool form = std::any_of(items->begin(), items->end(), [](const Item& item) {
        return contains(kFormOnly, item.gold);
    });
    const auto start = Clock::now();
    const nlp::ShippedClasses& classes = nlp::ShippedClasses::instance();
    const std::chrono::duration<double> trained = Clock::now() - start;

    Report report;
    report.predictions.emplace_back("text\tgold\tpredicted\tprobability");
    std::map<std::string, Counts> byClass;
    const auto begin = Clock::now();
    for (const Item& item : *items) {
        const nlp::ShippedClass found = contains(kRouter, item.gold) ? classes.routerClass(item.text)
                                        : form                       ? classes.formCategory({}, item.text)
                                                                     : classes.category({}, item.text);
        const std::string predicted = lowered(found.label);
        ++byClass[item.gold].gold;
        ++byClass[predicted].predicted;
        byClass[item.gold].right += predicted == item.gold ? 1U : 0U;
        char probability[16];
        std::snprintf(probability, sizeof probability, "%.4f", found.probability);
        report.predictions.push_back(column(item.text) + '\t' + item.gold + '\t' + predicted + '\t' +
                                     probability);
    }
    const std::chrono::duration<double, std::micro> spent = Clock::now() - begin;
    write(byClass, report.figures);
    report.figures["train_seconds"] = trained.count();
    report.figures["us_per_item"] = items->empty() ? 0.0 : spent.count() / static_cast<double>(items->size());
    return report;
}

} // namespace

Evaluation classesEvaluation()
{
    return {.name = "classes",
            .summary = "the classes that ship trained, on text<TAB>label; the labels say which set is meant",
            .usage = "--test U.tsv",
            .options = {"test"},
            .run = run};
}

} // namespace parley::server::daemon::evaluation
