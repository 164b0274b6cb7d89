// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/http_message.h"
#include "shared/core/error.h"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::llm {

/// Why a provider did not do what it was asked, and what may help.
struct ProviderFailure {
    Error error;
    bool isRetryable = false; ///< the same request may succeed a little later
    bool isTooLong = false;   ///< a shorter one would
    bool isRefusal = false;   ///< the model would not answer; its server is well
    std::string parameter;    ///< of the request, where it is that one which is refused; else empty
    std::chrono::milliseconds retryAfter{0}; ///< what the server asked for; 0: nothing
};

/// Reads an answer whose status is not 200. Its own words reach the detail only where they cannot repeat what
/// a customer wrote.
/// @param secret  the key that was sent, blanked where the answer repeats it
/// @source OpenAI API reference, "Error codes"; Anthropic API, "Errors"; Gemini API, "Troubleshooting"; what
/// llama-server, vLLM and Ollama send
ProviderFailure failureOf(const net::HttpResponse& answer, std::string_view secret);

/// What an error means that comes inside an answer of status 200: an event of a stream, or an OpenAI-like
/// gateway's {"error": …}.
/// @param body  an object with "error"
ProviderFailure failureInStream(const nlohmann::json& body);

/// What a request that got no answer means.
ProviderFailure failureOf(Error error);

/// The wait a server asks for in "retry-after-ms" or "retry-after" (seconds or a date), at most a day.
/// @param nowMs  UTC epoch milliseconds, for a date
std::optional<std::chrono::milliseconds> retryAfter(const net::HttpHeaders& headers, std::int64_t nowMs);

} // namespace parley::server::llm
