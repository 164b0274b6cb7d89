// SPDX-License-Identifier: MIT
#include "server/telemetry/json_text.h"

#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::telemetry {

namespace {

bool isPlain(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\';
}

void appendAscii(std::string& out, char c)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
    case '"':
        out.append("\\\"");
        return;
    case '\\':
        out.append("\\\\");
        return;
    case '\n':
        out.append("\\n");
        return;
    case '\r':
        out.append("\\r");
        return;
    case '\t':
        out.append("\\t");
        return;
    default:
        break;
    }
    if (isPlain(c)) {
        out.push_back(c);
        return;
    }
    const auto byte = static_cast<unsigned char>(c);
    out.append("\\u00");
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 0x0f]);
}

/// The well-formed sequence that `text` begins with, 0 when there is none.
std::size_t sequenceAt(std::string_view text)
{
    for (std::size_t size = 2; size <= std::min<std::size_t>(4, text.size()); ++size) {
        if (isUtf8(text.substr(0, size))) {
            return size;
        }
    }
    return 0;
}

} // namespace

void appendJsonEscaped(std::string& out, std::string_view text)
{
    while (!text.empty()) {
        const auto plain =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isPlain) - text.begin());
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) {
            return;
        }
        std::size_t size = 1;
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            appendAscii(out, text.front());
        } else if (const std::size_t sequence = sequenceAt(text); sequence != 0) {
            out.append(text.substr(0, sequence));
            size = sequence;
        } else {
            out.append("\xef\xbf\xbd");
        }
        text.remove_prefix(size);
    }
}

} // namespace parley::server::telemetry
