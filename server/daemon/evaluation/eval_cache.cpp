// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_cache.h"

#include "server/cache/match.h"
#include "server/daemon/evaluation/hard_negatives.h"
#include "server/daemon/evaluation/tsv.h"

#include <chrono>
#include <cstdio>
#include <map>

namespace parley::server::daemon::evaluation {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kThreshold = 0.9; // AnsweringSettings::cacheThreshold
constexpr int kPermille = 1000;
constexpr int kPairs = 2000;
constexpr int kMostPairs = 1'000'000;
constexpr int kMostSeed = 2'000'000'000;

struct Counts {
    std::size_t pairs = 0;
    std::size_t positives = 0;
    std::size_t hits = 0;
    std::size_t wrong = 0;
    std::size_t exact = 0;
};

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void write(const Counts& counts, nlohmann::ordered_json& figures)
{
    const std::size_t right = counts.hits - counts.wrong;
    figures["pairs"] = counts.pairs;
    figures["positives"] = counts.positives;
    figures["hits"] = counts.hits;
    figures["exact_hits"] = counts.exact;
    figures["wrong_hits"] = counts.wrong;
    figures["wrong_hit_rate"] = ratio(counts.wrong, counts.hits);
    figures["precision"] = ratio(right, counts.hits);
    figures["recall"] = ratio(right, counts.positives);
}

/// Decides each pair and counts; one line of predictions a pair.
class Trial {
public:
    explicit Trial(double threshold) : m_threshold(threshold)
    {
        m_report.predictions.emplace_back("a\tb\tgold\thit\tprobability\trefused_by");
    }

    bool judge(const std::string& a, const std::string& b, bool isSame)
    {
        const auto start = Clock::now();
        const cache::Match match = cache::matchQuestions(a, b);
        m_spent += Clock::now() - start;
        const bool isHit = match.probability >= m_threshold;
        ++m_counts.pairs;
        m_counts.positives += isSame ? 1U : 0U;
        m_counts.hits += isHit ? 1U : 0U;
        m_counts.exact += isHit && match.isExact ? 1U : 0U;
        m_counts.wrong += isHit && !isSame ? 1U : 0U;
        char probability[16];
        std::snprintf(probability, sizeof probability, "%.4f", match.probability);
        m_report.predictions.push_back(column(a) + '\t' + column(b) + '\t' + (isSame ? '1' : '0') + '\t' +
                                       (isHit ? '1' : '0') + '\t' + probability + '\t' +
                                       std::string(cache::disagreementName(match.disagreement)));
        return isHit;
    }

    Report take()
    {
        write(m_counts, m_report.figures);
        m_report.figures["threshold"] = m_threshold;
        m_report.figures["us_per_pair"] =
            m_counts.pairs == 0 ? 0.0 : m_spent.count() / static_cast<double>(m_counts.pairs);
        return std::move(m_report);
    }

private:
    double m_threshold;
    Counts m_counts;
    std::chrono::duration<double, std::micro> m_spent{0};
    Report m_report;
};

Result<double> thresholdOf(const Options& options)
{
    auto permille =
        options.number("threshold-permille", 0, kPermille, static_cast<int>(kThreshold * kPermille));
    if (!permille) {
        return fail(std::move(permille).error());
    }
    return static_cast<double>(*permille) / kPermille;
}

Result<Report> runPairs(const Options& options)
{
    const auto file = options.required("pairs");
    const auto threshold = thresholdOf(options);
    if (!file || !threshold) {
        return fail(!file ? file.error() : threshold.error());
    }
    const auto rows = readTsv(*file, 3);
    if (!rows) {
        return fail(rows.error());
    }
    Trial trial(*threshold);
    for (const std::vector<std::string>& row : *rows) {
        if (row[2] != "0" && row[2] != "1") {
            return fail(ErrorCode::InvalidArgument,
                        "\"" + row[2] + "\" is no label: 1 says that both may share an answer, 0 that not.");
        }
        trial.judge(row[0], row[1], row[2] == "1");
    }
    return trial.take();
}

Result<Report> runHardNegatives(const Options& options)
{
    const auto count = options.number("count", 1, kMostPairs, kPairs);
    const auto seed = options.number("seed", 0, kMostSeed, 1);
    const auto threshold = thresholdOf(options);
    if (!count || !seed || !threshold) {
        return fail(!count ? count.error() : !seed ? seed.error() : threshold.error());
    }
    Trial trial(*threshold);
    std::map<std::string, std::pair<std::size_t, std::size_t>> kinds;
    for (const HardNegative& pair :
         hardNegatives(static_cast<std::size_t>(*count), static_cast<std::uint64_t>(*seed))) {
        const bool isHit = trial.judge(pair.one, pair.other, false);
        auto& [pairs, hits] = kinds[std::string(pair.kind)];
        ++pairs;
        hits += isHit ? 1U : 0U;
    }
    Report report = trial.take();
    auto rows = nlohmann::ordered_json::object();
    for (const auto& [kind, counts] : kinds) {
        rows[kind] = {{"pairs", counts.first}, {"wrong_hits", counts.second}};
    }
    report.figures["by_kind"] = std::move(rows);
    return report;
}

} // namespace

Evaluation cacheEvaluation()
{
    return {.name = "cache",
            .summary = "the semantic cache, on pairs a<TAB>b<TAB>1|0; 1: both may share an answer",
            .usage = "--pairs P.tsv [--threshold-permille 900]",
            .options = {"pairs", "threshold-permille"},
            .run = runPairs};
}

Evaluation hardNegativesEvaluation()
{
    return {.name = "hard-negatives",
            .summary = "the semantic cache, on generated pairs that differ in what matters",
            .usage = "[--count 2000] [--seed 1] [--threshold-permille 900]",
            .options = {"count", "seed", "threshold-permille"},
            .run = runHardNegatives};
}

} // namespace parley::server::daemon::evaluation
