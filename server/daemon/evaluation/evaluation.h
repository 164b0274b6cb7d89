// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::daemon::evaluation {

/// The options of `parleyd eval NAME`, without "--"; a flag has the value "true".
class Options {
public:
    void set(std::string name, std::string value);

    /// @errors InvalidArgument it is missing or empty
    [[nodiscard]] Result<std::string> required(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
    /// @errors InvalidArgument not a whole number from min to max
    [[nodiscard]] Result<int> number(std::string_view name, int min, int max, int otherwise) const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return m_values; }

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

/// What an evaluation found.
struct Report {
    /// Names and figures, in the order they are printed: shares as 0..1, times with their unit in the name.
    nlohmann::ordered_json figures = nlohmann::ordered_json::object();
    /// One line an item, columns apart by tabs, so that anyone can recompute the figures.
    std::vector<std::string> predictions;
};

/// One thing that can be measured offline, on files alone.
struct Evaluation {
    std::string_view name;
    /// What it measures, in one line.
    std::string_view summary;
    /// "--train T.tsv --test U.tsv [--oos O.tsv]"
    std::string_view usage;
    /// Names of all options it takes; `json` and `predictions` go without saying.
    std::vector<std::string_view> options;
    /// @errors InvalidArgument an option; NotFound a file; Malformed a line of it, by number
    Result<Report> (*run)(const Options& options);
};

/// All of them, in the order of the help.
std::span<const Evaluation> evaluations();

/// `parleyd eval NAME --option value … [--json] [--predictions FILE]`: runs it and prints the figures, as a
/// table or as one JSON object.
/// @param arguments  what follows the word "eval"
/// @return the exit code: 0, 1 the evaluation failed, 2 the command line is wrong
int runEvaluation(std::span<const std::string> arguments);

} // namespace parley::server::daemon::evaluation
