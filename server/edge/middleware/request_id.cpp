// SPDX-License-Identifier: MIT
#include "server/edge/middleware/request_id.h"

#include <algorithm>
#include <cstdint>
#include <random>

namespace parley::server::edge {

namespace {

constexpr std::size_t kTraceIdSize = 32;

bool isSane(std::string_view id)
{
    const auto isAllowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               c == '_' || c == '.';
    };
    return id.size() >= 8 && id.size() <= 64 && std::all_of(id.begin(), id.end(), isAllowed);
}

bool isLowerHex(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The trace id of "00-<32 hex>-<16 hex>-<2 hex>", empty when it is none or all zero.
std::string_view traceIdOf(std::string_view traceparent)
{
    if (traceparent.size() < 55 || traceparent[2] != '-' || traceparent[35] != '-' ||
        traceparent[52] != '-' || traceparent.substr(0, 2) == "ff" ||
        (traceparent.size() > 55 && traceparent.starts_with("00"))) {
        return {};
    }
    const std::string_view trace = traceparent.substr(3, kTraceIdSize);
    const std::string_view parent = traceparent.substr(36, 16);
    const bool isValid = isLowerHex(trace) && isLowerHex(parent) && isLowerHex(traceparent.substr(53, 2)) &&
                         trace.find_first_not_of('0') != std::string_view::npos &&
                         parent.find_first_not_of('0') != std::string_view::npos;
    return isValid ? trace : std::string_view();
}

std::string newTraceId()
{
    thread_local std::mt19937_64 engine{std::random_device{}()};
    static constexpr std::string_view kHex = "0123456789abcdef";
    std::string id(kTraceIdSize, '0');
    for (std::size_t i = 0; i < kTraceIdSize; i += 16) {
        std::uint64_t bits = engine() | 1;
        for (std::size_t k = 0; k < 16; ++k, bits >>= 4) {
            id[i + k] = kHex[bits & 0xf];
        }
    }
    return id;
}

} // namespace

void RequestIdentity::apply(RequestContext& context)
{
    const std::string_view wanted = context.request.headers.get("x-request-id");
    context.requestId = isSane(wanted) ? std::string(wanted) : m_ids.next();
    const std::string_view trace = traceIdOf(context.request.headers.get("traceparent"));
    context.traceId = trace.empty() ? newTraceId() : std::string(trace);
}

} // namespace parley::server::edge
