// SPDX-License-Identifier: MIT
#include "server/telemetry/log_format.h"

#include "server/telemetry/json_text.h"
#include "shared/core/clock.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace parley::server::telemetry {

namespace {

constexpr std::string_view kRedacted = "[redacted]";

/// Words that make a key secret, compared with each part of it between `_`, `-` and `.`.
constexpr std::array<std::string_view, 12> kSecretWords{"password",
                                                        "passwd",
                                                        "token",
                                                        "authorization",
                                                        "secret",
                                                        "cookie",
                                                        "apikey",
                                                        "email",
                                                        "text",
                                                        "prompt",
                                                        "phone",
                                                        "credential"};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return lower(x) == lower(y);
    });
}

template <class Number>
void appendNumber(std::string& out, Number number)
{
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

/// The time, formatted once a second and thread; within it only the milliseconds change.
void appendTime(std::string& out, std::int64_t timeMs)
{
    thread_local std::int64_t cachedSecond = -1;
    thread_local std::string cached;
    const std::int64_t second = timeMs / 1000;
    if (second != cachedSecond || cached.empty()) {
        cached = toRfc3339(second * 1000);
        cachedSecond = second;
    }
    const auto ms = static_cast<int>(timeMs % 1000);
    const std::size_t at = out.size();
    out.append(cached);
    out[at + 20] = static_cast<char>('0' + ms / 100);
    out[at + 21] = static_cast<char>('0' + ms / 10 % 10);
    out[at + 22] = static_cast<char>('0' + ms % 10);
}

void appendText(std::string& out, std::string_view text, bool quoted)
{
    const bool isCut = text.size() > kLongestLogText;
    if (quoted) {
        out.push_back('"');
    }
    appendJsonEscaped(out, text.substr(0, kLongestLogText));
    if (isCut) {
        out.append("…");
    }
    if (quoted) {
        out.push_back('"');
    }
}

void appendValue(std::string& out, const Field& field, LogFormat format)
{
    if (const auto* text = std::get_if<std::string_view>(&field.value)) {
        const std::string_view shown = isSecretKey(field.key) ? kRedacted : *text;
        const bool quoted = format == LogFormat::Json || shown.empty() ||
                            shown.find_first_of(" \"=\t\r\n") != std::string_view::npos;
        appendText(out, shown, quoted);
    } else if (const auto* flag = std::get_if<bool>(&field.value)) {
        out.append(*flag ? "true" : "false");
    } else if (const auto* real = std::get_if<double>(&field.value)) {
        if (std::isfinite(*real)) {
            appendNumber(out, *real);
        } else {
            out.append("null"); // JSON has no infinity
        }
    } else if (const auto* whole = std::get_if<std::int64_t>(&field.value)) {
        appendNumber(out, *whole);
    } else {
        appendNumber(out, std::get<std::uint64_t>(field.value));
    }
}

bool isReservedKey(std::string_view key)
{
    return key == "ts" || key == "level" || key == "logger" || key == "message";
}

void appendJson(std::string& out, const LogLine& line)
{
    out.append(R"({"ts":")");
    appendTime(out, line.timeMs);
    out.append(R"(","level":")");
    out.append(logLevelName(line.level));
    out.append(R"(","logger":)");
    appendText(out, line.logger, true);
    out.append(R"(,"message":)");
    appendText(out, line.message, true);
    for (const Field& field : line.fields) {
        out.append(isReservedKey(field.key) ? R"(,"field_)" : R"(,")");
        appendJsonEscaped(out, field.key);
        out.append(R"(":)");
        appendValue(out, field, LogFormat::Json);
    }
    out.push_back('}');
}

void appendPlain(std::string& out, const LogLine& line)
{
    appendTime(out, line.timeMs);
    out.push_back(' ');
    for (const char c : logLevelName(line.level)) {
        out.push_back(static_cast<char>(c - 'a' + 'A'));
    }
    out.append(line.level == LogLevel::Info || line.level == LogLevel::Warn ? "  " : " ");
    appendText(out, line.logger, false);
    out.append(": ");
    appendText(out, line.message, false);
    for (const Field& field : line.fields) {
        out.push_back(' ');
        appendJsonEscaped(out, field.key);
        out.push_back('=');
        appendValue(out, field, LogFormat::Text);
    }
}

} // namespace

std::string_view logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warn:
        return "warn";
    case LogLevel::Error:
        return "error";
    case LogLevel::Off:
        break;
    }
    return "off";
}

bool isSecretKey(std::string_view key)
{
    if (equalsIgnoringCase(key, "api_key") || equalsIgnoringCase(key, "x-api-key")) {
        return true;
    }
    while (!key.empty()) {
        const std::size_t end = std::min(key.find_first_of("_-."), key.size());
        const std::string_view part = key.substr(0, end);
        for (const std::string_view word : kSecretWords) {
            if (equalsIgnoringCase(part, word)) {
                return true;
            }
        }
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return false;
}

void appendLine(std::string& out, LogFormat format, const LogLine& line)
{
    if (format == LogFormat::Json) {
        appendJson(out, line);
    } else {
        appendPlain(out, line);
    }
}

} // namespace parley::server::telemetry
