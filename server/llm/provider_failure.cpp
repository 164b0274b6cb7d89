// SPDX-License-Identifier: MIT
#include "server/llm/provider_failure.h"

#include "shared/core/clock.h"
#include "shared/core/result.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace parley::server::llm {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxWords = 200;
constexpr std::int64_t kDayMs = 86'400'000;

/// Parameters that can be done without; some servers name them in their words alone.
constexpr std::array<std::string_view, 5> kKnownParameters{
    "stream_options", "response_format", "responseJsonSchema", "max_tokens", "temperature"};

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// {"error": {"message", "type", "code", "param"}} or {"error": "…"}; texts, empty where there are none.
struct SaidError {
    std::string message;
    std::string type;
    std::string code;
    std::string param;
    std::chrono::milliseconds retryAfter{0};
};

/// Gemini tells in "details" how long to wait: {"@type": "…RetryInfo", "retryDelay": "34s"}.
std::chrono::milliseconds delayIn(const json& error)
{
    const auto details = error.find("details");
    if (details == error.end() || !details->is_array()) {
        return {};
    }
    for (const json& detail : *details) {
        const std::string delay = detail.is_object() ? textOf(detail, "retryDelay") : std::string();
        double seconds = 0;
        const auto read = std::from_chars(delay.data(), delay.data() + delay.size(), seconds);
        if (read.ec == std::errc() && seconds > 0) {
            return std::chrono::milliseconds{
                static_cast<std::int64_t>(std::min(seconds * 1000, static_cast<double>(kDayMs)))};
        }
    }
    return {};
}

SaidError saidIn(json answer)
{
    SaidError said;
    if (answer.is_array() && answer.size() == 1) {
        answer = json(answer.front()); // Gemini, where it would have answered in several parts
    }
    if (!answer.is_object()) {
        return said;
    }
    const auto error = answer.find("error");
    if (error == answer.end()) {
        said.message = textOf(answer, "message"); // vLLM before 0.9
        return said;
    }
    if (error->is_string()) {
        said.message = error->get<std::string>();
    } else if (error->is_object()) {
        said = {textOf(*error, "message"),
                textOf(*error, "type"),
                textOf(*error, "code"),
                textOf(*error, "param"),
                delayIn(*error)};
        said.type = said.type.empty() ? textOf(*error, "status") : said.type;
    }
    return said;
}

bool holds(const std::string& text, std::initializer_list<std::string_view> words)
{
    const std::string lower = asciiLower(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

bool saysTooLong(const SaidError& said)
{
    return said.code == "context_length_exceeded" || said.type == "exceed_context_size_error" ||
           holds(said.message,
                 {"context length",
                  "context size",
                  "context window",
                  "maximum sequence length",
                  "too long",
                  "too large to process",
                  "too many tokens",
                  "token count",
                  "maximum input length"});
}

std::string withoutSecret(std::string text, std::string_view secret)
{
    for (std::size_t at = 0; !secret.empty() && (at = text.find(secret, at)) != std::string::npos; at += 3) {
        text.replace(at, secret.size(), "***");
    }
    if (text.size() > kMaxWords) {
        text.resize(kMaxWords);
    }
    return text;
}

std::string knownParameterIn(const std::string& body)
{
    const auto found =
        std::find_if(kKnownParameters.begin(), kKnownParameters.end(), [&](std::string_view name) {
            return body.find(name) != std::string::npos;
        });
    return found == kKnownParameters.end() ? std::string() : std::string(*found);
}

/// The status that an error would have had, had it come before the answer began.
int statusOf(const json& error)
{
    const auto code = error.is_object() ? error.find("code") : error.end();
    if (error.is_object() && code != error.end() && code->is_number_integer()) {
        return code->get<int>();
    }
    const std::string type =
        error.is_object() ? textOf(error, "type") + textOf(error, "code") : std::string();
    if (holds(type, {"overloaded"})) {
        return 529;
    }
    if (holds(type, {"rate_limit", "insufficient_quota"})) {
        return 429;
    }
    if (holds(type, {"invalid_request", "exceed_context"})) {
        return 400;
    }
    return holds(type, {"authentication", "permission", "invalid_api_key"}) ? 401 : 500;
}

struct Meaning {
    ErrorCode code;
    const char* message;
    bool isRetryable;
    bool mayShowWords; ///< the server's words cannot repeat the request's
};

Meaning meaningOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return {ErrorCode::Upstream, "The model's server refused the key.", false, true};
    case 404:
        return {ErrorCode::Upstream, "The model's server does not know this model or address.", false, true};
    case 400:
    case 413:
    case 422:
        return {ErrorCode::InvalidArgument, "The model's server refused the request.", false, false};
    case 429:
        return {ErrorCode::Unavailable, "The model's server limits how much may be asked.", true, true};
    case 408:
    case 502:
    case 503:
    case 504:
    case 529: // overloaded
        return {ErrorCode::Unavailable, "The model's server is overloaded.", true, true};
    default:
        return {ErrorCode::Upstream, "The model's server failed.", status == 500, status >= 500};
    }
}

} // namespace

ProviderFailure failureOf(const net::HttpResponse& answer, std::string_view secret)
{
    const SaidError said = saidIn(json::parse(answer.body, nullptr, false));
    // Gemini's word for a wrong key.
    const bool isWrongKey = answer.status == 400 && answer.body.find("API_KEY_INVALID") != std::string::npos;
    const Meaning meaning = meaningOf(isWrongKey ? 401 : answer.status);
    std::string detail = "status " + std::to_string(answer.status);
    for (const std::string& word : {said.type, said.code, said.param}) {
        detail += word.empty() ? "" : " " + withoutSecret(word, secret);
    }
    if (meaning.mayShowWords && !said.message.empty()) {
        detail += ": " + withoutSecret(said.message, secret);
    }
    ProviderFailure failure;
    failure.error = fail(meaning.code, meaning.message, std::move(detail)).value();
    // Paid up is not a question of waiting.
    failure.isRetryable = meaning.isRetryable && said.code != "insufficient_quota";
    failure.isTooLong =
        answer.status == 413 ||
        ((answer.status == 400 || answer.status == 422 || answer.status == 500) && saysTooLong(said));
    failure.isRetryable = failure.isRetryable && !failure.isTooLong;
    if (answer.status == 400 || answer.status == 422) {
        failure.parameter = said.param.empty() ? knownParameterIn(answer.body) : said.param;
    }
    failure.retryAfter = retryAfter(answer.headers, SystemClock().nowMs()).value_or(said.retryAfter);
    failure.error.retryAfter = std::chrono::ceil<std::chrono::seconds>(failure.retryAfter);
    return failure;
}

ProviderFailure failureInStream(const json& body)
{
    net::HttpResponse answer;
    const auto error = body.find("error");
    answer.status = error == body.end() ? 500 : statusOf(*error);
    answer.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    return failureOf(answer, std::string_view());
}

ProviderFailure failureOf(Error error)
{
    ProviderFailure failure;
    // A connection that broke, or none: the next may hold. Time that ran out is gone.
    failure.isRetryable = error.code == ErrorCode::Unavailable || error.code == ErrorCode::Upstream;
    failure.error = std::move(error);
    return failure;
}

std::optional<std::chrono::milliseconds> retryAfter(const net::HttpHeaders& headers, std::int64_t nowMs)
{
    const auto number = [&](std::string_view name) -> std::optional<double> {
        const std::string_view text = net::headerValue(headers, name);
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool isNumber = error == std::errc() && end == text.data() + text.size() && value >= 0;
        return isNumber ? std::optional(value) : std::nullopt;
    };
    const auto bounded = [](double ms) {
        return std::chrono::milliseconds{
            static_cast<std::int64_t>(std::min(ms, static_cast<double>(kDayMs)))};
    };
    if (const auto ms = number("retry-after-ms")) {
        return bounded(*ms);
    }
    if (const auto seconds = number("retry-after")) {
        return bounded(*seconds * 1000);
    }
    const auto at = net::httpDateMs(net::headerValue(headers, "retry-after"));
    if (!at) {
        return std::nullopt;
    }
    return bounded(std::max(0.0, static_cast<double>(*at - nowMs)));
}

} // namespace parley::server::llm
