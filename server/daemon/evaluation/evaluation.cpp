// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/evaluation.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>

namespace parley::server::daemon::evaluation {

namespace {

constexpr int kWrongUse = 2;

std::string usage()
{
    std::string text = "Usage: parleyd eval NAME --option value ... [--json] [--predictions FILE]\n\n"
                       "Measures offline, on files alone. Lines of a TSV file are apart by tabs.\n";
    for (const Evaluation& evaluation : evaluations()) {
        text += "\n  " + std::string(evaluation.name) + "  " + std::string(evaluation.usage) + "\n      " +
                std::string(evaluation.summary) + "\n";
    }
    return text;
}

int wrongUse(const std::string& message)
{
    std::fprintf(stderr, "parleyd eval: %s\nTry parleyd eval --help.\n", message.c_str());
    return kWrongUse;
}

bool takes(const Evaluation& evaluation, std::string_view option)
{
    return option == "json" || option == "predictions" ||
           std::find(evaluation.options.begin(), evaluation.options.end(), option) !=
               evaluation.options.end();
}

/// Reads `--name value`, `--name=value` and flags.
Result<Options> readOptions(const Evaluation& evaluation, std::span<const std::string> arguments)
{
    Options options;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string& word = arguments[at];
        if (!word.starts_with("--")) {
            return fail(ErrorCode::InvalidArgument, word + " is not expected; options begin with --.");
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        if (!takes(evaluation, name)) {
            return fail(ErrorCode::InvalidArgument,
                        "--" + name + " is unknown; it takes " + std::string(evaluation.usage) + ".");
        }
        if (equals != std::string::npos) {
            options.set(name, word.substr(equals + 1));
        } else if (name != "json" && at + 1 < arguments.size() && !arguments[at + 1].starts_with("--")) {
            options.set(name, arguments[++at]);
        } else {
            options.set(name, "true");
        }
    }
    return options;
}

void print(const Report& report, bool asJson)
{
    if (asJson) {
        std::printf("%s\n", report.figures.dump().c_str());
        return;
    }
    for (const auto& [name, value] : report.figures.items()) {
        if (value.is_number_float()) {
            std::printf("%-28s %.4f\n", name.c_str(), value.get<double>());
        } else {
            const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
            std::printf("%-28s %s\n", name.c_str(), text.c_str());
        }
    }
}

bool write(const std::string& file, const std::vector<std::string>& lines)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    for (const std::string& line : lines) {
        out << line << '\n';
    }
    out.flush();
    return out.good();
}

} // namespace

void Options::set(std::string name, std::string value)
{
    m_values.insert_or_assign(std::move(name), std::move(value));
}

std::optional<std::string> Options::find(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

Result<std::string> Options::required(std::string_view name) const
{
    auto value = find(name);
    if (!value || value->empty() || *value == "true") {
        return fail(ErrorCode::InvalidArgument, "--" + std::string(name) + " is missing.");
    }
    return *std::move(value);
}

Result<int> Options::number(std::string_view name, int min, int max, int otherwise) const
{
    const auto text = find(name);
    if (!text) {
        return otherwise;
    }
    int value = 0;
    const char* last = text->data() + text->size();
    const auto [end, failed] = std::from_chars(text->data(), last, value);
    if (failed != std::errc() || end != last || value < min || value > max) {
        return fail(ErrorCode::InvalidArgument,
                    "--" + std::string(name) + " must be a whole number from " + std::to_string(min) +
                        " to " + std::to_string(max) + ".");
    }
    return value;
}

int runEvaluation(std::span<const std::string> arguments)
{
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "help") {
        std::printf("%s", usage().c_str());
        return arguments.empty() ? kWrongUse : 0;
    }
    const auto all = evaluations();
    const auto chosen =
        std::find_if(all.begin(), all.end(), [&](const Evaluation& one) { return one.name == arguments[0]; });
    if (chosen == all.end()) {
        return wrongUse("there is no evaluation \"" + arguments[0] + "\".");
    }
    auto options = readOptions(*chosen, arguments.subspan(1));
    if (!options) {
        return wrongUse(options.error().message);
    }
    auto report = chosen->run(*options);
    if (!report) {
        const bool isUse = report.error().code == ErrorCode::InvalidArgument;
        std::fprintf(stderr, "parleyd eval %s: %s\n", arguments[0].c_str(), report.error().message.c_str());
        return isUse ? kWrongUse : 1;
    }
    print(*report, options->find("json").has_value());
    if (const auto file = options->find("predictions"); file && !write(*file, report->predictions)) {
        std::fprintf(stderr, "parleyd eval: cannot write %s\n", file->c_str());
        return 1;
    }
    return 0;
}

} // namespace parley::server::daemon::evaluation
