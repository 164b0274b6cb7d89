// SPDX-License-Identifier: MIT
#include "server/api/parameters.h"

#include "shared/core/text.h"

#include <charconv>
#include <limits>

namespace parley::server::api {

Result<std::string> oneOfParameter(const edge::RequestContext& request,
                                   std::string_view name,
                                   std::initializer_list<std::string_view> values)
{
    const std::string value = request.request.parameter(name).value_or("");
    if (value.empty()) {
        return value;
    }
    std::string known;
    for (const std::string_view each : values) {
        if (each == value) {
            return value;
        }
        known += known.empty() ? "" : ", ";
        known += each;
    }
    return failField(std::string(name), "must be one of: " + known);
}

Result<std::string>
textParameter(const edge::RequestContext& request, std::string_view name, std::size_t most)
{
    const std::string value = request.request.parameter(name).value_or("");
    if (!isUtf8(value) || value.find('\0') != std::string::npos || codePoints(value) > most) {
        return failField(std::string(name),
                         "must be text of at most " + std::to_string(most) + " characters");
    }
    return value;
}

Result<std::int64_t> numberCursor(const edge::RequestContext& request)
{
    const std::string cursor = request.request.parameter("cursor").value_or("0");
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), number);
    if (error != std::errc() || end != cursor.data() + cursor.size() || number < 0) {
        return failField("cursor", "must be what the answer before gave as next_cursor");
    }
    return number;
}

Result<int> offsetParameter(const edge::RequestContext& request)
{
    auto number = numberCursor(request);
    if (!number) {
        return fail(std::move(number).error());
    }
    if (*number > std::numeric_limits<int>::max() / 2) {
        return failField("cursor", "must be what the answer before gave as next_cursor");
    }
    return static_cast<int>(*number);
}

} // namespace parley::server::api
