// SPDX-License-Identifier: MIT
#include "server/edge/header_parameter.h"

#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::edge {

std::optional<std::string> headerParameter(std::string_view header, std::string_view name)
{
    std::size_t at = header.find(';');
    while (at != std::string_view::npos) {
        const std::string_view rest = trimmed(header.substr(at + 1));
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) {
            return std::nullopt;
        }
        const bool isWanted = asciiLower(trimmed(rest.substr(0, equals))) == name;
        std::string_view value = rest.substr(equals + 1);
        std::string read;
        std::size_t end = 0;
        if (value.starts_with('"')) {
            for (end = 1; end < value.size() && value[end] != '"'; ++end) {
                if (value[end] == '\\' && end + 1 < value.size()) {
                    ++end;
                }
                read += value[end];
            }
        } else {
            end = std::min(value.find(';'), value.size());
            read = trimmed(value.substr(0, end));
        }
        if (isWanted) {
            return read;
        }
        const std::size_t next = value.find(';', end);
        at = next == std::string_view::npos ? next
                                            : static_cast<std::size_t>(value.data() - header.data()) + next;
    }
    return std::nullopt;
}

} // namespace parley::server::edge
