// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_extract.h"

#include "server/daemon/evaluation/tsv.h"
#include "server/knowledge/extract/extractor.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace parley::server::daemon::evaluation {

namespace {

using knowledge::Block;
using Words = std::vector<std::string>;

// What one document may cost; more is counted as over the limit.
constexpr double kMostSeconds = 20;
constexpr double kMostMegabytes = 256;

std::string contentTypeOf(const std::filesystem::path& file)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTypes{{
        {".pdf", "application/pdf"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {".html", "text/html"},
        {".htm", "text/html"},
        {".md", "text/markdown"},
        {".csv", "text/csv"},
        {".tsv", "text/csv"},
        {".txt", "text/plain"},
    }};
    const std::string extension = asciiLower(file.extension().string());
    for (const auto& [known, type] : kTypes) {
        if (known == extension) {
            return std::string(type);
        }
    }
    return "application/octet-stream";
}

Words wordsOf(const std::string& text)
{
    std::istringstream stream(text);
    Words words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

/// The first column names the file, the last holds the words that must be found.
Result<std::map<std::string, Words>> expectedWords(const Options& options)
{
    std::map<std::string, Words> expected;
    const auto file = options.find("expected");
    if (!file) {
        return expected;
    }
    std::ifstream lines(*file);
    if (!lines) {
        return fail(ErrorCode::NotFound, "There is no file " + *file + ".");
    }
    for (std::string line; std::getline(lines, line);) {
        const std::size_t first = line.find('\t');
        if (!line.starts_with("# ") && first != std::string::npos) {
            Words words = wordsOf(line.substr(line.rfind('\t') + 1));
            // A line without words may end in the column before: their number.
            std::erase_if(words, [](const std::string& word) {
                return word.find_first_not_of("0123456789-") == std::string::npos;
            });
            expected[line.substr(0, first)] = std::move(words);
        }
    }
    return expected;
}

Result<std::vector<std::filesystem::path>> filesOf(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && !name.starts_with('_') && !name.starts_with('.')) {
            files.push_back(entry.path());
        }
    }
    if (error) {
        return fail(ErrorCode::NotFound, "There is no folder " + folder.string() + ".");
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string fixed(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

/// One file's outcome.
struct Outcome {
    std::string status = "ok";
    std::string message;
    double seconds = 0;
    double megabytes = 0;
    int pages = 0;
    std::size_t words = 0;
    std::size_t found = 0;
    std::size_t expected = 0;
};

Outcome readOne(knowledge::Extractor& extractor, const std::filesystem::path& file, const Words& expected)
{
    Outcome outcome;
    std::set<std::string> missing(expected.begin(), expected.end());
    outcome.expected = missing.size();
    extractor.observe([&](const knowledge::ExtractionCost& cost) {
        outcome.seconds = std::chrono::duration<double>(cost.duration).count();
        outcome.megabytes = static_cast<double>(cost.peakMemoryBytes) / (1 << 20);
    });
    const auto onBlock = [&](const Block& block) {
        outcome.words += wordsOf(block.text).size();
        std::erase_if(missing,
                      [&](const std::string& word) { return block.text.find(word) != std::string::npos; });
        return true;
    };
    const auto read = extractor.extract(file, contentTypeOf(file), 1, onBlock, {});
    outcome.found = outcome.expected - missing.size();
    if (read) {
        outcome.pages = read->pages;
        outcome.message = read->warnings.empty() ? "" : read->warnings.front();
    } else {
        const std::string& problem = read.error().problem;
        outcome.status = problem.starts_with("document_") ? problem.substr(9) : "failed";
        outcome.message = read.error().message;
    }
    for (const std::string& word : missing) {
        outcome.message += (outcome.message.empty() ? "missing: " : " ") + word;
    }
    return outcome;
}

std::string lineOf(const std::filesystem::path& file, const Outcome& outcome)
{
    return column(file.filename().string()) + '\t' + outcome.status + '\t' + fixed(outcome.seconds) + '\t' +
           fixed(outcome.megabytes) + '\t' + std::to_string(outcome.pages) + '\t' +
           std::to_string(outcome.words) + '\t' + std::to_string(outcome.found) + '/' +
           std::to_string(outcome.expected) + '\t' + column(outcome.message);
}

/// Sums over all files.
struct Totals {
    std::size_t files = 0;
    std::size_t ok = 0;
    std::size_t crashed = 0;
    std::size_t overLimit = 0;
    std::size_t expected = 0;
    std::size_t found = 0;
    double worstSeconds = 0;
    double worstMegabytes = 0;

    void add(const Outcome& outcome)
    {
        ++files;
        ok += outcome.status == "ok" ? 1U : 0U;
        crashed += outcome.status == "crashed" || outcome.status == "failed" ? 1U : 0U;
        const bool over = outcome.seconds > kMostSeconds || outcome.megabytes > kMostMegabytes ||
                          outcome.status == "time" || outcome.status == "memory";
        overLimit += over ? 1U : 0U;
        expected += outcome.expected;
        found += outcome.found;
        worstSeconds = std::max(worstSeconds, outcome.seconds);
        worstMegabytes = std::max(worstMegabytes, outcome.megabytes);
    }

    [[nodiscard]] nlohmann::ordered_json figures() const
    {
        return {{"files", files},
                {"ok", ok},
                {"crashed", crashed},
                {"over_limit", overLimit},
                {"words_expected", expected},
                {"words_found", found},
                {"worst_seconds", worstSeconds},
                {"worst_memory_mb", worstMegabytes}};
    }
};

Result<Report> run(const Options& options)
{
    auto folder = options.required("folder");
    if (!folder) {
        return fail(std::move(folder).error());
    }
    auto files = filesOf(*folder);
    if (!files) {
        return fail(std::move(files).error());
    }
    auto expected = expectedWords(options);
    if (!expected) {
        return fail(std::move(expected).error());
    }
    const auto program = options.find("program");
    knowledge::ExtractionLimits limits;
    limits.time = std::chrono::seconds(static_cast<int>(kMostSeconds));
    limits.cpu = limits.time;
    knowledge::Extractor extractor(program ? std::filesystem::path(*program)
                                           : knowledge::Extractor::installedProgram(),
                                   limits);
    Report report;
    Totals totals;
    for (const auto& file : *files) {
        const Outcome outcome = readOne(extractor, file, (*expected)[file.filename().string()]);
        report.predictions.push_back(lineOf(file, outcome));
        totals.add(outcome);
    }
    report.figures = totals.figures();
    return report;
}

} // namespace

Evaluation extractEvaluation()
{
    return Evaluation{"extract",
                      "how the documents of a folder are read: status, time, memory, expected words",
                      "--folder DIR [--expected E.tsv] [--program FILE]",
                      {"folder", "expected", "program"},
                      &run};
}

} // namespace parley::server::daemon::evaluation
